package org.acme.interop.calls;

import io.grpc.ManagedChannelBuilder;
import io.grpc.testing.integration.AbstractInteropTest;

/** grpc-java's own cases, against the server on that port. */
public final class GrpcJavaCases extends AbstractInteropTest {

    private final int port;

    GrpcJavaCases(int port) {
        this.port = port;
    }

    @Override
    protected ManagedChannelBuilder<?> createChannelBuilder() {
        return ManagedChannelBuilder.forAddress("localhost", port).usePlaintext();
    }

    /** What it would measure on its own server is not there. */
    @Override
    protected boolean metricsExpected() {
        return false;
    }

    /** The machine may be busy with other tests. */
    @Override
    protected int operationTimeoutMillis() {
        return 30_000;
    }
}
