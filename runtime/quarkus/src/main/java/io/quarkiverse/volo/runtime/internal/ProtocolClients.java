package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.grpc.client.GrpcClient;
import io.quarkiverse.volo.thrift.client.ThriftClient;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Future;

/** The clients of one name, one for each protocol that is used; each has connections of its own. Thread-safe. */
final class ProtocolClients implements ClientType.Stubs {

    private final ClientFactory factory;
    private final String name;
    private final Supplier<Callee> callee;
    private @Nullable ThriftClient thrift;
    private @Nullable GrpcClient grpc;
    private boolean closed;

    /** @param callee asked once for each protocol */
    ProtocolClients(ClientFactory factory, String name, Supplier<Callee> callee) {
        this.factory = factory;
        this.name = name;
        this.callee = callee;
    }

    @Override
    public synchronized ThriftClient thrift() {
        ThriftClient made = thrift;
        if (made == null) {
            refuseIfClosed();
            made = factory.thrift(name, callee.get());
            thrift = made;
        }
        return made;
    }

    @Override
    public synchronized GrpcClient grpc() {
        GrpcClient made = grpc;
        if (made == null) {
            refuseIfClosed();
            made = factory.grpc(name, callee.get());
            grpc = made;
        }
        return made;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the application is stopping; it has no clients any more");
        }
    }

    /** Has connections that are made from now on use other certificates, if they use that TLS configuration. */
    synchronized void updateTls(String tlsName, TlsConfiguration tls) {
        if (closed || !factory.usesTls(name, tlsName)) {
            return;
        }
        if (thrift != null) {
            TlsUpdates.tell(this + " (Thrift)", tlsName,
                    thrift.updateTls(ClientTls.update(tls, ClientFactory.THRIFT_PROTOCOLS)));
        }
        if (grpc != null) {
            TlsUpdates.tell(this + " (gRPC)", tlsName, grpc.updateTls(ClientTls.update(tls, ClientFactory.GRPC_PROTOCOLS)));
        }
    }

    @Override
    public String toString() {
        return "client '" + name + "'";
    }

    /** Closes all connections. */
    synchronized List<Future<Void>> close() {
        closed = true;
        List<Future<Void>> closing = new ArrayList<>();
        if (thrift != null) {
            closing.add(thrift.close());
        }
        if (grpc != null) {
            closing.add(grpc.close());
        }
        return closing;
    }
}
