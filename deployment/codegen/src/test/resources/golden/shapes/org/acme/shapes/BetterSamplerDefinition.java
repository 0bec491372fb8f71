package org.acme.shapes;

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
import io.quarkiverse.volo.thrift.value.LongList;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How {@link BetterSampler} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
public final class BetterSamplerDefinition implements ServiceDefinition<BetterSampler, BetterSampler.Blocking> {

    public static final ThriftMethod<SamplerDefinition.TakeSampleArguments, Sample> TAKE_SAMPLE = SamplerDefinition.TAKE_SAMPLE.inService("BetterSampler");

    public static final ThriftMethod<SamplerDefinition.OldArguments, Void> OLD = SamplerDefinition.OLD.inService("BetterSampler");

    public static final ThriftMethod<SamplerDefinition.CountsArguments, LongList> COUNTS = SamplerDefinition.COUNTS.inService("BetterSampler");

    public static final ThriftMethod<AgainArguments, Void> AGAIN = new ThriftMethod<>(
            "BetterSampler",
            "again",
            false,
            AgainArguments.CODEC,
            new AgainResult());

    private static final List<ThriftMethod<?, ?>> METHODS = List.<ThriftMethod<?, ?>> of(
            TAKE_SAMPLE,
            OLD,
            COUNTS,
            AGAIN);

    @Override
    public String serviceName() {
        return "BetterSampler";
    }

    @Override
    public Class<BetterSampler> type() {
        return BetterSampler.class;
    }

    @Override
    public Class<BetterSampler.Blocking> blockingType() {
        return BetterSampler.Blocking.class;
    }

    @Override
    public List<ThriftMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return ShapesIdl.FILE.service("BetterSampler");
    }

    @Override
    public List<ServerMethod<?, ?>> serve(BetterSampler bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.reactive(TAKE_SAMPLE, arguments -> bean.takeSample(arguments.sensor(), arguments.secret())),
                ServerMethod.reactive(OLD, arguments -> bean.old(arguments.sample())),
                ServerMethod.reactive(COUNTS, arguments -> bean.counts(arguments.since(), arguments.limit())),
                ServerMethod.reactive(AGAIN, arguments -> bean.again()));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(BetterSampler.Blocking bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.blocking(TAKE_SAMPLE, arguments -> bean.takeSample(arguments.sensor(), arguments.secret())),
                ServerMethod.blocking(OLD, arguments -> { bean.old(arguments.sample()); return null; }),
                ServerMethod.blocking(COUNTS, arguments -> bean.counts(arguments.since(), arguments.limit())),
                ServerMethod.blocking(AGAIN, arguments -> { bean.again(); return null; }));
    }

    @Override
    public BetterSampler.Client client(ThriftStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public BetterSampler.BlockingClient blockingClient(ThriftStub stub) {
        return new AwaitingClient(stub);
    }

    /** The arguments of {@code BetterSampler.again}. */
    public record AgainArguments() {

        /** Reads and writes them. */
        public static final StructCodec<AgainArguments> CODEC = new Codec();

        private static final class Codec implements StructCodec<AgainArguments> {

            @Override
            public String name() {
                return "BetterSampler.again";
            }

            @Override
            public StructDescriptor descriptor() {
                return ShapesIdl.FILE.arguments("BetterSampler", "again");
            }

            @Override
            public AgainArguments read(ThriftReader in) {
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                return new AgainArguments();
            }

            @Override
            public void write(ThriftWriter out, AgainArguments value) {
                out.structBegin();
                out.structEnd();
            }
        }
    }

    private static final class AgainResult implements ResultCodec<Void> {

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

    private static final class ReactiveClient implements BetterSampler.Client {

        private final ClientMethod<SamplerDefinition.TakeSampleArguments, Sample> takeSampleMethod;
        private final ClientMethod<SamplerDefinition.OldArguments, Void> oldMethod;
        private final ClientMethod<SamplerDefinition.CountsArguments, LongList> countsMethod;
        private final ClientMethod<AgainArguments, Void> againMethod;
        private final CallOptions options;

        private ReactiveClient(ThriftStub stub) {
            this.takeSampleMethod = stub.method(TAKE_SAMPLE);
            this.oldMethod = stub.method(OLD);
            this.countsMethod = stub.method(COUNTS);
            this.againMethod = stub.method(AGAIN);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.takeSampleMethod = from.takeSampleMethod;
            this.oldMethod = from.oldMethod;
            this.countsMethod = from.countsMethod;
            this.againMethod = from.againMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public BetterSampler.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<Sample> takeSample(String sensor, String secret) {
            return this.takeSampleMethod.call(this.options, new SamplerDefinition.TakeSampleArguments(sensor, secret));
        }

        @Override
        public Uni<Void> old(OldSample sample) {
            return this.oldMethod.call(this.options, new SamplerDefinition.OldArguments(sample));
        }

        @Override
        public Uni<LongList> counts(LongList since, @Nullable Integer limit) {
            return this.countsMethod.call(this.options, new SamplerDefinition.CountsArguments(since, limit));
        }

        @Override
        public Uni<Void> again() {
            return this.againMethod.call(this.options, new AgainArguments());
        }
    }

    private static final class AwaitingClient implements BetterSampler.BlockingClient {

        private final ClientMethod<SamplerDefinition.TakeSampleArguments, Sample> takeSampleMethod;
        private final ClientMethod<SamplerDefinition.OldArguments, Void> oldMethod;
        private final ClientMethod<SamplerDefinition.CountsArguments, LongList> countsMethod;
        private final ClientMethod<AgainArguments, Void> againMethod;
        private final CallOptions options;

        private AwaitingClient(ThriftStub stub) {
            this.takeSampleMethod = stub.method(TAKE_SAMPLE);
            this.oldMethod = stub.method(OLD);
            this.countsMethod = stub.method(COUNTS);
            this.againMethod = stub.method(AGAIN);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.takeSampleMethod = from.takeSampleMethod;
            this.oldMethod = from.oldMethod;
            this.countsMethod = from.countsMethod;
            this.againMethod = from.againMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public BetterSampler.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public Sample takeSample(String sensor, String secret) {
            return this.takeSampleMethod.await(this.options, new SamplerDefinition.TakeSampleArguments(sensor, secret));
        }

        @Override
        public void old(OldSample sample) {
            this.oldMethod.await(this.options, new SamplerDefinition.OldArguments(sample));
        }

        @Override
        public LongList counts(LongList since, @Nullable Integer limit) {
            return this.countsMethod.await(this.options, new SamplerDefinition.CountsArguments(since, limit));
        }

        @Override
        public void again() {
            this.againMethod.await(this.options, new AgainArguments());
        }
    }
}
