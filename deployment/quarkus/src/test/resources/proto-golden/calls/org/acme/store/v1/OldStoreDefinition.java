package org.acme.store.v1;

import java.util.Objects;
import javax.annotation.processing.Generated;

import com.google.protobuf.Descriptors;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.ProtobufCodec;
import io.quarkiverse.volo.grpc.stub.GrpcStub;
import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.quarkiverse.volo.grpc.stub.ServiceDefinition;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;

/** How {@link OldStore} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
public final class OldStoreDefinition implements ServiceDefinition<OldStore, OldStore.Blocking> {

    public static final GrpcMethod<GetItemRequest, OldRequest> GET = new GrpcMethod<>(
            "org.acme.store.v1.OldStore",
            "Get",
            CallKind.UNARY,
            ProtobufCodec.of(GetItemRequest.getDefaultInstance()),
            ProtobufCodec.of(OldRequest.getDefaultInstance()));

    private static final java.util.List<GrpcMethod<?, ?>> METHODS = java.util.List.<GrpcMethod<?, ?>> of(GET);

    @Override
    public java.lang.String serviceName() {
        return "org.acme.store.v1.OldStore";
    }

    @Override
    public Descriptors.FileDescriptor file() {
        return StoreOuterClass.getDescriptor();
    }

    @Override
    public Class<OldStore> type() {
        return OldStore.class;
    }

    @Override
    public Class<OldStore.Blocking> blockingType() {
        return OldStore.Blocking.class;
    }

    @Override
    public java.util.List<GrpcMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public java.util.List<ServerMethod<?, ?>> serve(OldStore bean) {
        return java.util.List.<ServerMethod<?, ?>> of(ServerMethod.unary(GET, bean::get));
    }

    @Override
    public java.util.List<ServerMethod<?, ?>> serveBlocking(OldStore.Blocking bean) {
        return java.util.List.<ServerMethod<?, ?>> of(ServerMethod.blocking(GET, bean::get));
    }

    @Override
    public OldStore.Client client(GrpcStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public OldStore.BlockingClient blockingClient(GrpcStub stub) {
        return new AwaitingClient(stub);
    }

    private static final class ReactiveClient implements OldStore.Client {

        private final ClientMethod<GetItemRequest, OldRequest> getMethod;
        private final CallOptions options;

        private ReactiveClient(GrpcStub stub) {
            this.getMethod = stub.unary(GET);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.getMethod = from.getMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public OldStore.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<OldRequest> get(GetItemRequest request) {
            return this.getMethod.call(this.options, request);
        }
    }

    private static final class AwaitingClient implements OldStore.BlockingClient {

        private final ClientMethod<GetItemRequest, OldRequest> getMethod;
        private final CallOptions options;

        private AwaitingClient(GrpcStub stub) {
            this.getMethod = stub.unary(GET);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.getMethod = from.getMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public OldStore.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public OldRequest get(GetItemRequest request) {
            return this.getMethod.await(this.options, request);
        }
    }
}
