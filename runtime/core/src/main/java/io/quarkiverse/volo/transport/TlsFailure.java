package io.quarkiverse.volo.transport;

import javax.net.ssl.SSLException;

import io.netty.handler.codec.DecoderException;

/** What breaks an encrypted connection. */
public final class TlsFailure {

    private TlsFailure() {
    }

    /** What the peer said, or what is wrong with what it sent, without what Netty wraps around it; else the same. */
    public static Throwable unwrap(Throwable failure) {
        return failure instanceof DecoderException && failure.getCause() instanceof SSLException tls ? tls : failure;
    }
}
