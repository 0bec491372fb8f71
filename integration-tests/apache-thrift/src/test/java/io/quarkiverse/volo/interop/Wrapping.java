package io.quarkiverse.volo.interop;

import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportException;
import org.apache.thrift.transport.TTransportFactory;
import org.apache.thrift.transport.layered.TFramedTransport;

import io.quarkiverse.volo.thrift.transport.ThriftTransport;

/** What both peers put around their messages: Apache's class and our name for it. */
enum Wrapping {

    FRAMED(new TFramedTransport.Factory(), ThriftTransport.FRAMED),

    /** A TSocket buffers by itself, so Apache's factory adds nothing. */
    BUFFERED(new TTransportFactory(), ThriftTransport.BUFFERED);

    private final TTransportFactory apache;
    private final ThriftTransport ours;

    Wrapping(TTransportFactory apache, ThriftTransport ours) {
        this.apache = apache;
        this.ours = ours;
    }

    TTransportFactory apache() {
        return apache;
    }

    TTransport around(TTransport socket) throws TTransportException {
        return apache.getTransport(socket);
    }

    ThriftTransport ours() {
        return ours;
    }
}
