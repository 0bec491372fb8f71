package org.acme.shapes;

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
import io.quarkiverse.volo.thrift.stub.DeclaredException;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.quarkiverse.volo.thrift.value.LongList;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How {@link Sampler} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
public final class SamplerDefinition implements ServiceDefinition<Sampler, Sampler.Blocking> {

    public static final ThriftMethod<TakeSampleArguments, Sample> TAKE_SAMPLE = new ThriftMethod<>(
            "sampler",
            "take",
            false,
            TakeSampleArguments.CODEC,
            new TakeSampleResult());

    public static final ThriftMethod<OldArguments, Void> OLD = new ThriftMethod<>(
            "sampler",
            "old",
            false,
            OldArguments.CODEC,
            new OldResult());

    public static final ThriftMethod<CountsArguments, LongList> COUNTS = new ThriftMethod<>(
            "sampler",
            "counts",
            false,
            CountsArguments.CODEC,
            new CountsResult());

    private static final List<ThriftMethod<?, ?>> METHODS = List.<ThriftMethod<?, ?>> of(TAKE_SAMPLE, OLD, COUNTS);

    @Override
    public String serviceName() {
        return "sampler";
    }

    @Override
    public Class<Sampler> type() {
        return Sampler.class;
    }

    @Override
    public Class<Sampler.Blocking> blockingType() {
        return Sampler.Blocking.class;
    }

    @Override
    public List<ThriftMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return ShapesIdl.FILE.service("sampler");
    }

    @Override
    public List<ServerMethod<?, ?>> serve(Sampler bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.reactive(TAKE_SAMPLE, arguments -> bean.takeSample(arguments.sensor(), arguments.secret())),
                ServerMethod.reactive(OLD, arguments -> bean.old(arguments.sample())),
                ServerMethod.reactive(COUNTS, arguments -> bean.counts(arguments.since(), arguments.limit())));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(Sampler.Blocking bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.blocking(TAKE_SAMPLE, arguments -> bean.takeSample(arguments.sensor(), arguments.secret())),
                ServerMethod.blocking(OLD, arguments -> { bean.old(arguments.sample()); return null; }),
                ServerMethod.blocking(COUNTS, arguments -> bean.counts(arguments.since(), arguments.limit())));
    }

    @Override
    public Sampler.Client client(ThriftStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public Sampler.BlockingClient blockingClient(ThriftStub stub) {
        return new AwaitingClient(stub);
    }

    /** The arguments of {@code sampler.take}. */
    public record TakeSampleArguments(String sensor, String secret) {

        /** Reads and writes them. */
        public static final StructCodec<TakeSampleArguments> CODEC = new Codec();

        public TakeSampleArguments {
            Objects.requireNonNull(sensor, "sensor");
            Objects.requireNonNull(secret, "secret");
        }

        /** As of any record, but with {@code ***} for what is sensitive, also where that is null. */
        @Override
        public String toString() {
            return "TakeSampleArguments[sensor=" + sensor + ", secret=***]";
        }

        private static final class Codec implements StructCodec<TakeSampleArguments> {

            @Override
            public String name() {
                return "sampler.take";
            }

            @Override
            public StructDescriptor descriptor() {
                return ShapesIdl.FILE.arguments("sampler", "take");
            }

            @SuppressWarnings("fallthrough")
            @Override
            public TakeSampleArguments read(ThriftReader in) {
                String sensor = "";
                String secret = "";
                in.structBegin();
                int field = in.readField();
                while (field != 0) {
                    switch (field) {
                        case 0x0B_0001: { // 1: string sensor_id
                            sensor = in.readString();
                            field = in.readField();
                            if (field != 0x0B_0002) {
                                break;
                            }
                        } // fall through
                        case 0x0B_0002: { // 2: string secret
                            secret = in.readString();
                            field = in.readField();
                            break;
                        }
                        default: {
                            in.skipField(field);
                            field = in.readField();
                        }
                    }
                }
                in.structEnd();
                return new TakeSampleArguments(sensor, secret);
            }

            @Override
            public void write(ThriftWriter out, TakeSampleArguments value) {
                out.structBegin();
                out.writeStringField(0x0B_0001, value.sensor); // 1: string sensor_id
                out.writeStringField(0x0B_0002, value.secret); // 2: string secret
                out.structEnd();
            }
        }
    }

    private static final class TakeSampleResult implements ResultCodec<Sample> {

        @Override
        public Sample read(ThriftReader in) {
            Sample success = null;
            DeclaredException failure = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0C_0000 -> success = Sample.CODEC.read(in); // 0: sample_v2 success
                    case 0x0C_0001 -> failure = Denied.CODEC.read(in); // 1: Denied denied
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (failure != null) {
                throw failure;
            }
            if (success == null) {
                throw ThriftException.missingResult("sampler.take");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable Sample value) {
            if (value == null) {
                throw ThriftException.missingResult("sampler.take");
            }
            out.structBegin();
            out.writeField(0x0C_0000); // 0: sample_v2 success
            Sample.CODEC.write(out, value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            if (failure instanceof Denied declared) {
                out.structBegin();
                out.writeField(0x0C_0001); // 1: Denied denied
                Denied.CODEC.write(out, declared);
                out.structEnd();
                return true;
            }
            return false;
        }
    }

    /** The arguments of {@code sampler.old}. */
    public record OldArguments(@Deprecated OldSample sample) {

        /** Reads and writes them. */
        public static final StructCodec<OldArguments> CODEC = new Codec();

        public OldArguments {
            Objects.requireNonNull(sample, "sample");
        }

        private static final class Codec implements StructCodec<OldArguments> {

            @Override
            public String name() {
                return "sampler.old";
            }

            @Override
            public StructDescriptor descriptor() {
                return ShapesIdl.FILE.arguments("sampler", "old");
            }

            @Override
            public OldArguments read(ThriftReader in) {
                OldSample sample = null;
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        case 0x0C_0001 -> sample = OldSample.CODEC.read(in); // 1: OldSample sample
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                if (sample == null) {
                    throw in.missing("sampler.old", "sample");
                }
                return new OldArguments(sample);
            }

            @Override
            public void write(ThriftWriter out, OldArguments value) {
                out.structBegin();
                out.writeField(0x0C_0001); // 1: OldSample sample
                OldSample.CODEC.write(out, value.sample);
                out.structEnd();
            }
        }
    }

    private static final class OldResult implements ResultCodec<Void> {

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

    /** The arguments of {@code sampler.counts}. */
    public record CountsArguments(LongList since, @Nullable Integer limit) {

        /** Reads and writes them. */
        public static final StructCodec<CountsArguments> CODEC = new Codec();

        public CountsArguments {
            Objects.requireNonNull(since, "since");
        }

        private static final class Codec implements StructCodec<CountsArguments> {

            @Override
            public String name() {
                return "sampler.counts";
            }

            @Override
            public StructDescriptor descriptor() {
                return ShapesIdl.FILE.arguments("sampler", "counts");
            }

            @SuppressWarnings("fallthrough")
            @Override
            public CountsArguments read(ThriftReader in) {
                LongList since = LongList.of();
                Integer limit = null;
                in.structBegin();
                int field = in.readField();
                while (field != 0) {
                    switch (field) {
                        case 0x0F_0001: { // 1: list<i64> since
                            LongList read = in.readLongList();
                            if (read != null) {
                                since = read;
                            }
                            field = in.readField();
                            if (field != 0x08_0002) {
                                break;
                            }
                        } // fall through
                        case 0x08_0002: { // 2: i32 limit
                            limit = in.readI32();
                            field = in.readField();
                            break;
                        }
                        default: {
                            in.skipField(field);
                            field = in.readField();
                        }
                    }
                }
                in.structEnd();
                return new CountsArguments(since, limit);
            }

            @Override
            public void write(ThriftWriter out, CountsArguments value) {
                out.structBegin();
                out.writeField(0x0F_0001); // 1: list<i64> since
                out.writeLongList(value.since);
                if (value.limit != null) {
                    out.writeI32Field(0x08_0002, value.limit); // 2: i32 limit
                }
                out.structEnd();
            }
        }
    }

    private static final class CountsResult implements ResultCodec<LongList> {

        @Override
        public LongList read(ThriftReader in) {
            LongList success = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0F_0000 -> success = in.readLongList(); // 0: list<i64> success
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (success == null) {
                throw ThriftException.missingResult("sampler.counts");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable LongList value) {
            if (value == null) {
                throw ThriftException.missingResult("sampler.counts");
            }
            out.structBegin();
            out.writeField(0x0F_0000); // 0: list<i64> success
            out.writeLongList(value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            return false;
        }
    }

    private static final class ReactiveClient implements Sampler.Client {

        private final ClientMethod<TakeSampleArguments, Sample> takeSampleMethod;
        private final ClientMethod<OldArguments, Void> oldMethod;
        private final ClientMethod<CountsArguments, LongList> countsMethod;
        private final CallOptions options;

        private ReactiveClient(ThriftStub stub) {
            this.takeSampleMethod = stub.method(TAKE_SAMPLE);
            this.oldMethod = stub.method(OLD);
            this.countsMethod = stub.method(COUNTS);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.takeSampleMethod = from.takeSampleMethod;
            this.oldMethod = from.oldMethod;
            this.countsMethod = from.countsMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Sampler.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<Sample> takeSample(String sensor, String secret) {
            return this.takeSampleMethod.call(this.options, new TakeSampleArguments(sensor, secret));
        }

        @Override
        public Uni<Void> old(OldSample sample) {
            return this.oldMethod.call(this.options, new OldArguments(sample));
        }

        @Override
        public Uni<LongList> counts(LongList since, @Nullable Integer limit) {
            return this.countsMethod.call(this.options, new CountsArguments(since, limit));
        }
    }

    private static final class AwaitingClient implements Sampler.BlockingClient {

        private final ClientMethod<TakeSampleArguments, Sample> takeSampleMethod;
        private final ClientMethod<OldArguments, Void> oldMethod;
        private final ClientMethod<CountsArguments, LongList> countsMethod;
        private final CallOptions options;

        private AwaitingClient(ThriftStub stub) {
            this.takeSampleMethod = stub.method(TAKE_SAMPLE);
            this.oldMethod = stub.method(OLD);
            this.countsMethod = stub.method(COUNTS);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.takeSampleMethod = from.takeSampleMethod;
            this.oldMethod = from.oldMethod;
            this.countsMethod = from.countsMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Sampler.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public Sample takeSample(String sensor, String secret) {
            return this.takeSampleMethod.await(this.options, new TakeSampleArguments(sensor, secret));
        }

        @Override
        public void old(OldSample sample) {
            this.oldMethod.await(this.options, new OldArguments(sample));
        }

        @Override
        public LongList counts(LongList since, @Nullable Integer limit) {
            return this.countsMethod.await(this.options, new CountsArguments(since, limit));
        }
    }
}
