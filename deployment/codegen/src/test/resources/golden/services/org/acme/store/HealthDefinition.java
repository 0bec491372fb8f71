package org.acme.store;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
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

/** How {@link Health} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class HealthDefinition implements ServiceDefinition<Health, Health.Blocking> {

    public static final ThriftMethod<PingArguments, Void> PING = new ThriftMethod<>(
            "Health",
            "ping",
            false,
            PingArguments.CODEC,
            new PingResult());

    private static final List<ThriftMethod<?, ?>> METHODS = List.<ThriftMethod<?, ?>> of(PING);

    @Override
    public String serviceName() {
        return "Health";
    }

    @Override
    public Class<Health> type() {
        return Health.class;
    }

    @Override
    public Class<Health.Blocking> blockingType() {
        return Health.Blocking.class;
    }

    @Override
    public List<ThriftMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return StoreIdl.FILE.service("Health");
    }

    @Override
    public List<ServerMethod<?, ?>> serve(Health bean) {
        return List.<ServerMethod<?, ?>> of(ServerMethod.reactive(PING, arguments -> bean.ping()));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(Health.Blocking bean) {
        return List.<ServerMethod<?, ?>> of(ServerMethod.blocking(PING, arguments -> { bean.ping(); return null; }));
    }

    @Override
    public Health.Client client(ThriftStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public Health.BlockingClient blockingClient(ThriftStub stub) {
        return new AwaitingClient(stub);
    }

    /** The arguments of {@code Health.ping}. */
    public record PingArguments() {

        /** Reads and writes them. */
        public static final StructCodec<PingArguments> CODEC = new Codec();

        private static final class Codec implements StructCodec<PingArguments> {

            @Override
            public String name() {
                return "Health.ping";
            }

            @Override
            public StructDescriptor descriptor() {
                return StoreIdl.FILE.arguments("Health", "ping");
            }

            @Override
            public PingArguments read(ThriftReader in) {
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                return new PingArguments();
            }

            @Override
            public void write(ThriftWriter out, PingArguments value) {
                out.structBegin();
                out.structEnd();
            }
        }
    }

    private static final class PingResult implements ResultCodec<Void> {

        @Override
        public @Nullable Void read(ThriftReader in) {
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                in.skipField(field);
            }
            in.structEnd();
            return null;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable Void value) {
            out.structBegin();
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            return false;
        }
    }

    private static final class ReactiveClient implements Health.Client {

        private final ClientMethod<PingArguments, Void> pingMethod;
        private final CallOptions options;

        private ReactiveClient(ThriftStub stub) {
            this.pingMethod = stub.method(PING);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.pingMethod = from.pingMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Health.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<Void> ping() {
            return this.pingMethod.call(this.options, new PingArguments());
        }
    }

    private static final class AwaitingClient implements Health.BlockingClient {

        private final ClientMethod<PingArguments, Void> pingMethod;
        private final CallOptions options;

        private AwaitingClient(ThriftStub stub) {
            this.pingMethod = stub.method(PING);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.pingMethod = from.pingMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Health.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public void ping() {
            this.pingMethod.await(this.options, new PingArguments());
        }
    }
}
