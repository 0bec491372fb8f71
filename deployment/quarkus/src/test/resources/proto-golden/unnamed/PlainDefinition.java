import java.util.List;
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

/** How {@link Plain} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class PlainDefinition implements ServiceDefinition<Plain, Plain.Blocking> {

    public static final GrpcMethod<PlainOuterClass.Request, PlainOuterClass.Request> CALL = new GrpcMethod<>(
            "Plain",
            "Call",
            CallKind.UNARY,
            ProtobufCodec.of(PlainOuterClass.Request.getDefaultInstance()),
            ProtobufCodec.of(PlainOuterClass.Request.getDefaultInstance()));

    private static final List<GrpcMethod<?, ?>> METHODS = List.<GrpcMethod<?, ?>> of(CALL);

    @Override
    public String serviceName() {
        return "Plain";
    }

    @Override
    public Descriptors.FileDescriptor file() {
        return PlainOuterClass.getDescriptor();
    }

    @Override
    public Class<Plain> type() {
        return Plain.class;
    }

    @Override
    public Class<Plain.Blocking> blockingType() {
        return Plain.Blocking.class;
    }

    @Override
    public List<GrpcMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public List<ServerMethod<?, ?>> serve(Plain bean) {
        return List.<ServerMethod<?, ?>> of(ServerMethod.unary(CALL, bean::call));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(Plain.Blocking bean) {
        return List.<ServerMethod<?, ?>> of(ServerMethod.blocking(CALL, bean::call));
    }

    @Override
    public Plain.Client client(GrpcStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public Plain.BlockingClient blockingClient(GrpcStub stub) {
        return new AwaitingClient(stub);
    }

    private static final class ReactiveClient implements Plain.Client {

        private final ClientMethod<PlainOuterClass.Request, PlainOuterClass.Request> callMethod;
        private final CallOptions options;

        private ReactiveClient(GrpcStub stub) {
            this.callMethod = stub.unary(CALL);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.callMethod = from.callMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Plain.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<PlainOuterClass.Request> call(PlainOuterClass.Request request) {
            return this.callMethod.call(this.options, request);
        }
    }

    private static final class AwaitingClient implements Plain.BlockingClient {

        private final ClientMethod<PlainOuterClass.Request, PlainOuterClass.Request> callMethod;
        private final CallOptions options;

        private AwaitingClient(GrpcStub stub) {
            this.callMethod = stub.unary(CALL);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.callMethod = from.callMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Plain.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public PlainOuterClass.Request call(PlainOuterClass.Request request) {
            return this.callMethod.await(this.options, request);
        }
    }
}
