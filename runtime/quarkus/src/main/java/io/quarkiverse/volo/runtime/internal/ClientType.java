package io.quarkiverse.volo.runtime.internal;

import io.quarkiverse.volo.grpc.stub.GrpcStub;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;

/** A generated type of clients, of any protocol, and how one is made. */
sealed interface ClientType {

    /** Makes a client on what its protocol needs, which is asked for nothing else. */
    Object client(Stubs stubs);

    /** What clients of one name stand on. */
    interface Stubs {

        ThriftStub thrift();

        GrpcStub grpc();
    }

    /** @param blocking whether its methods are plain ones */
    record Thrift(ServiceDefinition<?, ?> definition, boolean blocking) implements ClientType {

        @Override
        public Object client(Stubs stubs) {
            return blocking ? definition.blockingClient(stubs.thrift()) : definition.client(stubs.thrift());
        }
    }

    /** @param blocking whether its unary methods are plain ones */
    record Grpc(io.quarkiverse.volo.grpc.stub.ServiceDefinition<?, ?> definition, boolean blocking) implements ClientType {

        @Override
        public Object client(Stubs stubs) {
            return blocking ? definition.blockingClient(stubs.grpc()) : definition.client(stubs.grpc());
        }
    }
}
