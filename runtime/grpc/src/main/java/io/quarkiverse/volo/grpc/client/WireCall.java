package io.quarkiverse.volo.grpc.client;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.EventLoops;
import io.quarkiverse.volo.transport.ConnectionCallback;
import io.quarkiverse.volo.transport.Lease;

/**
 * One attempt at a call, on the wire: waits for a connection, then for the reply or, where replies stream, for its headers.
 * Runs
 * on the call's event loop, which is the connection's too.
 */
final class WireCall<A, S> extends CallStage<S> implements ConnectionCallback<GrpcClientConnection> {

    private final WireService<A, S> service;
    private final RpcContext context;
    private final A request;

    // On the call's event loop only.
    private @Nullable Lease lease;
    private @Nullable ClientStream<?, ?> stream;

    WireCall(WireService<A, S> service, RpcContext context, A request) {
        this.service = service;
        this.context = context;
        this.request = request;
    }

    @Override
    protected CallStage<S> again() {
        return new WireCall<>(service, context, request);
    }

    @Override
    protected void start() {
        EventLoops.run(context.eventLoop(), this::lease);
    }

    private void lease() {
        Address address = context.callee().address();
        if (address == null) {
            onFailure(new VoloException(ErrorKind.UNAVAILABLE, context.describe() + ": no address to call", null, true));
        } else if (isRunning()) {
            lease = service.connections().lease(address, context.eventLoop(), this);
        }
    }

    @Override
    public void connected(GrpcClientConnection connection) {
        if (!isRunning()) {
            connection.giveBack();
            return;
        }
        ClientStream<?, ?> opened = new ClientStream<>(connection, service.method(), context, this);
        stream = opened;
        opened.begin(request);
    }

    @Override
    public void failed(VoloException failure) {
        onFailure(new VoloException(failure.kind(), context.describe() + ": " + failure.getMessage(), failure,
                failure.isUnprocessed()));
    }

    /** The reply, or the opened stream of replies. Its codec, or the method's kind, says that it is one. */
    @SuppressWarnings("unchecked")
    void replied(Object reply) {
        onItem((S) reply);
    }

    /** Whoever gives the call up may do so from any thread. */
    @Override
    protected void ended(boolean cancelled) {
        if (cancelled) {
            EventLoops.run(context.eventLoop(), this::abandon);
        }
    }

    private void abandon() {
        ClientStream<?, ?> opened = stream;
        if (opened != null) {
            opened.cancel();
        } else if (lease != null) {
            lease.cancel();
        }
    }
}
