package org.acme.vault;

import java.security.cert.X509Certificate;
import java.util.Objects;

import io.quarkiverse.volo.context.RpcContext;

/** Who is at the other end of the connection that the current call came by. */
final class Peer {

    private Peer() {
    }

    /** The name in its certificate, or that it has shown none; and the thread that asks. */
    static String describe() {
        RpcContext call = Objects.requireNonNull(RpcContext.current());
        String name = call.caller().certificates().stream().findFirst()
                .map(certificate -> ((X509Certificate) certificate).getSubjectX500Principal().getName())
                .orElse("nobody");
        return name + " on " + (call.eventLoop().inEventLoop() ? "the event loop" : "a worker");
    }

    /** Where that is. */
    static String address() {
        return String.valueOf(Objects.requireNonNull(RpcContext.current()).caller().address());
    }
}
