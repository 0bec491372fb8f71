package org.acme.store.v1;

import java.util.Objects;
import javax.annotation.processing.Generated;

import com.google.protobuf.Descriptors;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.stub.GrpcStub;
import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.quarkiverse.volo.grpc.stub.ServiceDefinition;
import org.jspecify.annotations.NullMarked;

/** How {@link Empty} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class EmptyDefinition implements ServiceDefinition<Empty, Empty.Blocking> {

    private static final java.util.List<GrpcMethod<?, ?>> METHODS = java.util.List.<GrpcMethod<?, ?>> of();

    @Override
    public java.lang.String serviceName() {
        return "org.acme.store.v1.Empty";
    }

    @Override
    public Descriptors.FileDescriptor file() {
        return StoreOuterClass.getDescriptor();
    }

    @Override
    public Class<Empty> type() {
        return Empty.class;
    }

    @Override
    public Class<Empty.Blocking> blockingType() {
        return Empty.Blocking.class;
    }

    @Override
    public java.util.List<GrpcMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public java.util.List<ServerMethod<?, ?>> serve(Empty bean) {
        return java.util.List.<ServerMethod<?, ?>> of();
    }

    @Override
    public java.util.List<ServerMethod<?, ?>> serveBlocking(Empty.Blocking bean) {
        return java.util.List.<ServerMethod<?, ?>> of();
    }

    @Override
    public Empty.Client client(GrpcStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public Empty.BlockingClient blockingClient(GrpcStub stub) {
        return new AwaitingClient(stub);
    }

    private static final class ReactiveClient implements Empty.Client {

        private final CallOptions options;

        private ReactiveClient(GrpcStub stub) {
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Empty.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }
    }

    private static final class AwaitingClient implements Empty.BlockingClient {

        private final CallOptions options;

        private AwaitingClient(GrpcStub stub) {
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Empty.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }
    }
}
