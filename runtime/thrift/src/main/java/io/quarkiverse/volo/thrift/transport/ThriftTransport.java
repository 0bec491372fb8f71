package io.quarkiverse.volo.thrift.transport;

/** What is around a message. A server answers in the form in which it was asked. */
public enum ThriftTransport {

    /** A TTHeader, then a length before the message: what Volo's clients send unless told otherwise. */
    TTHEADER_FRAMED(true, true),

    /** A TTHeader, then the message. */
    TTHEADER(true, false),

    /** A length before the message: Apache's TFramedTransport. */
    FRAMED(false, true),

    /** Nothing: Apache's TBufferedTransport, or TSocket alone. */
    BUFFERED(false, false);

    private final boolean header;
    private final boolean framed;

    ThriftTransport(boolean header, boolean framed) {
        this.header = header;
        this.framed = framed;
    }

    /** Whether there is a TTHeader, so that names, times and metainfo travel too. */
    public boolean hasHeader() {
        return header;
    }

    /** Whether the message has its length in front, inside of the TTHeader if there is one. */
    public boolean isFramed() {
        return framed;
    }

    static ThriftTransport of(boolean header, boolean framed) {
        if (header) {
            return framed ? TTHEADER_FRAMED : TTHEADER;
        }
        return framed ? FRAMED : BUFFERED;
    }
}
