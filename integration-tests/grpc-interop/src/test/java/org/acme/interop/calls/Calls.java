package org.acme.interop.calls;

import java.util.concurrent.atomic.AtomicInteger;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.Metadata.Key;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** What grpc-java's server is told of its calls. */
final class Calls implements ServerInterceptor {

    private static final Key<String> ENCODING = Key.of("grpc-encoding", Metadata.ASCII_STRING_MARSHALLER);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private volatile String lastEncoding;

    int begun() {
        return begun.get();
    }

    int cancelled() {
        return cancelled.get();
    }

    /** Null: none was named. */
    String lastEncoding() {
        return lastEncoding;
    }

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        lastEncoding = headers.get(ENCODING);
        begun.incrementAndGet();
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {

            @Override
            public void onCancel() {
                cancelled.incrementAndGet();
                super.onCancel();
            }
        };
    }
}
