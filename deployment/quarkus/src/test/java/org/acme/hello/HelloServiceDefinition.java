package org.acme.hello;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.smallrye.mutiny.Uni;

public final class HelloServiceDefinition implements ServiceDefinition<HelloService, HelloService.Blocking> {

    public static final ThriftMethod<HelloArguments, HelloResponse> HELLO = new ThriftMethod<>("HelloService", "hello", false,
            new HelloArguments.Codec("HelloService.hello"), new HelloResult());
    public static final ThriftMethod<HelloArguments, Void> FORGET = new ThriftMethod<>("HelloService", "forget", true,
            new HelloArguments.Codec("HelloService.forget"), new VoidResult());

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
        return List.of(HELLO, FORGET);
    }

    @Override
    public List<ServerMethod<?, ?>> serve(HelloService bean) {
        return List.of(
                ServerMethod.reactive(HELLO, arguments -> bean.hello(arguments.request())),
                ServerMethod.reactive(FORGET, arguments -> bean.forget(arguments.request())));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(HelloService.Blocking bean) {
        return List.of(
                ServerMethod.blocking(HELLO, arguments -> bean.hello(arguments.request())),
                ServerMethod.blocking(FORGET, arguments -> {
                    bean.forget(arguments.request());
                    return null;
                }));
    }

    @Override
    public HelloService.Client client(ThriftStub stub) {
        return new ReactiveClient(stub.method(HELLO), stub.method(FORGET), CallOptions.DEFAULT);
    }

    @Override
    public HelloService.BlockingClient blockingClient(ThriftStub stub) {
        return new AwaitingClient(stub.method(HELLO), stub.method(FORGET), CallOptions.DEFAULT);
    }

    private record ReactiveClient(ClientMethod<HelloArguments, HelloResponse> hello, ClientMethod<HelloArguments, Void> forget,
            CallOptions options) implements HelloService.Client {

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return hello.call(options, new HelloArguments(request));
        }

        @Override
        public Uni<Void> forget(HelloRequest request) {
            return forget.call(options, new HelloArguments(request));
        }

        @Override
        public HelloService.Client with(CallOptions other) {
            return new ReactiveClient(hello, forget, other);
        }
    }

    private record AwaitingClient(ClientMethod<HelloArguments, HelloResponse> hello, ClientMethod<HelloArguments, Void> forget,
            CallOptions options) implements HelloService.BlockingClient {

        @Override
        public HelloResponse hello(HelloRequest request) {
            return hello.await(options, new HelloArguments(request));
        }

        @Override
        public void forget(HelloRequest request) {
            forget.await(options, new HelloArguments(request));
        }

        @Override
        public HelloService.BlockingClient with(CallOptions other) {
            return new AwaitingClient(hello, forget, other);
        }
    }

    private static final class HelloResult implements ResultCodec<HelloResponse> {

        @Override
        public HelloResponse read(BinaryReader in) {
            HelloResponse success = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0C_0000 -> success = HelloResponse.CODEC.read(in);
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
        public void writeSuccess(BinaryWriter out, @Nullable HelloResponse value) {
            if (value == null) {
                throw ThriftException.missingResult("HelloService.hello");
            }
            out.structBegin();
            out.writeField(0x0C_0000);
            HelloResponse.CODEC.write(out, value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(BinaryWriter out, Throwable failure) {
            return false;
        }
    }

    private static final class VoidResult implements ResultCodec<Void> {

        @Override
        public @Nullable Void read(BinaryReader in) {
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                in.skipField(field);
            }
            in.structEnd();
            return null;
        }

        @Override
        public void writeSuccess(BinaryWriter out, @Nullable Void value) {
            out.structBegin();
            out.structEnd();
        }

        @Override
        public boolean writeFailure(BinaryWriter out, Throwable failure) {
            return false;
        }
    }
}
