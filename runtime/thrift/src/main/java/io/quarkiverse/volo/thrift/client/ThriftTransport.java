package io.quarkiverse.volo.thrift.client;

/** What a client puts around its messages. A server answers in the same way. */
public enum ThriftTransport {

    /** A length before each message: Apache's TFramedTransport. */
    FRAMED,

    /** Nothing: Apache's TBufferedTransport, or TSocket alone. */
    BUFFERED
}
