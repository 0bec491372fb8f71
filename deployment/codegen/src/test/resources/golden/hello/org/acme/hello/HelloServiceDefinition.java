package org.acme.hello;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How {@link HelloService} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class HelloServiceDefinition implements ServiceDefinition<HelloService, HelloService.Blocking> {

    public static final ThriftMethod<HelloArguments, HelloResponse> HELLO = new ThriftMethod<>(
            "HelloService",
            "hello",
            false,
            HelloArguments.CODEC,
            new HelloResult());

    private static final List<ThriftMethod<?, ?>> METHODS = List.<ThriftMethod<?, ?>> of(HELLO);

    @Override
    public String serviceName() {
        return "HelloService";
    }

    @Override
    public Class<HelloService> type() {
        return HelloService.class;
    }

    @Override
    public Class<HelloService.Blocking> blockingType() {
        return HelloService.Blocking.class;
    }

    @Override
    public List<ThriftMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return HelloIdl.FILE.service("HelloService");
    }

    @Override
    public List<ServerMethod<?, ?>> serve(HelloService bean) {
        return List.<ServerMethod<?, ?>> of(ServerMethod.reactive(HELLO, arguments -> bean.hello(arguments.request())));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(HelloService.Blocking bean) {
        return List.<ServerMethod<?, ?>> of(ServerMethod.blocking(HELLO, arguments -> bean.hello(arguments.request())));
    }

    @Override
    public HelloService.Client client(ThriftStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public HelloService.BlockingClient blockingClient(ThriftStub stub) {
        return new AwaitingClient(stub);
    }

    /** The arguments of {@code HelloService.hello}. */
    public record HelloArguments(HelloRequest request) {

        /** Reads and writes them. */
        public static final StructCodec<HelloArguments> CODEC = new Codec();

        public HelloArguments {
            Objects.requireNonNull(request, "request");
        }

        private static final class Codec implements StructCodec<HelloArguments> {

            @Override
            public String name() {
                return "HelloService.hello";
            }

            @Override
            public StructDescriptor descriptor() {
                return HelloIdl.FILE.arguments("HelloService", "hello");
            }

            @Override
            public HelloArguments read(ThriftReader in) {
                HelloRequest request = null;
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        case 0x0C_0001 -> request = HelloRequest.CODEC.read(in); // 1: HelloRequest request
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                if (request == null) {
                    throw in.missing("HelloService.hello", "request");
                }
                return new HelloArguments(request);
            }

            @Override
            public void write(ThriftWriter out, HelloArguments value) {
                out.structBegin();
                out.writeField(0x0C_0001); // 1: HelloRequest request
                HelloRequest.CODEC.write(out, value.request);
                out.structEnd();
            }
        }
    }

    private static final class HelloResult implements ResultCodec<HelloResponse> {

        @Override
        public HelloResponse read(ThriftReader in) {
            HelloResponse success = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0C_0000 -> success = HelloResponse.CODEC.read(in); // 0: HelloResponse success
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (success == null) {
                throw ThriftException.missingResult("HelloService.hello");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable HelloResponse value) {
            if (value == null) {
                throw ThriftException.missingResult("HelloService.hello");
            }
            out.structBegin();
            out.writeField(0x0C_0000); // 0: HelloResponse success
            HelloResponse.CODEC.write(out, value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            return false;
        }
    }

    private static final class ReactiveClient implements HelloService.Client {

        private final ClientMethod<HelloArguments, HelloResponse> helloMethod;
        private final CallOptions options;

        private ReactiveClient(ThriftStub stub) {
            this.helloMethod = stub.method(HELLO);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.helloMethod = from.helloMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public HelloService.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return this.helloMethod.call(this.options, new HelloArguments(request));
        }
    }

    private static final class AwaitingClient implements HelloService.BlockingClient {

        private final ClientMethod<HelloArguments, HelloResponse> helloMethod;
        private final CallOptions options;

        private AwaitingClient(ThriftStub stub) {
            this.helloMethod = stub.method(HELLO);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.helloMethod = from.helloMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public HelloService.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public HelloResponse hello(HelloRequest request) {
            return this.helloMethod.await(this.options, new HelloArguments(request));
        }
    }
}
