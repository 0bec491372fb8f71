package org.acme.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.stub.DeclaredException;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How {@link Store} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class StoreDefinition implements ServiceDefinition<Store, Store.Blocking> {

    public static final ThriftMethod<HealthDefinition.PingArguments, Void> PING = HealthDefinition.PING.inService("Store");

    public static final ThriftMethod<GetValueArguments, String> GET_VALUE = new ThriftMethod<>(
            "Store",
            "get_value",
            false,
            GetValueArguments.CODEC,
            new GetValueResult());

    public static final ThriftMethod<AllArguments, Map<String, List<String>>> ALL = new ThriftMethod<>(
            "Store",
            "all",
            false,
            AllArguments.CODEC,
            new AllResult());

    public static final ThriftMethod<SizeArguments, Integer> SIZE = new ThriftMethod<>(
            "Store",
            "size",
            false,
            SizeArguments.CODEC,
            new SizeResult());

    public static final ThriftMethod<ForgetArguments, Void> FORGET = new ThriftMethod<>(
            "Store",
            "forget",
            true,
            ForgetArguments.CODEC,
            new ForgetResult());

    private static final List<ThriftMethod<?, ?>> METHODS = List.<ThriftMethod<?, ?>> of(
            PING,
            GET_VALUE,
            ALL,
            SIZE,
            FORGET);

    @Override
    public String serviceName() {
        return "Store";
    }

    @Override
    public Class<Store> type() {
        return Store.class;
    }

    @Override
    public Class<Store.Blocking> blockingType() {
        return Store.Blocking.class;
    }

    @Override
    public List<ThriftMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return StoreIdl.FILE.service("Store");
    }

    @Override
    public List<ServerMethod<?, ?>> serve(Store bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.reactive(PING, arguments -> bean.ping()),
                ServerMethod.reactive(GET_VALUE, arguments -> bean.getValue(arguments.key())),
                ServerMethod.reactive(ALL, arguments -> bean.all(arguments.limit(), arguments.prefixes())),
                ServerMethod.reactive(SIZE, arguments -> bean.size()),
                ServerMethod.reactive(FORGET, arguments -> bean.forget(arguments.key())));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(Store.Blocking bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.blocking(PING, arguments -> { bean.ping(); return null; }),
                ServerMethod.blocking(GET_VALUE, arguments -> bean.getValue(arguments.key())),
                ServerMethod.blocking(ALL, arguments -> bean.all(arguments.limit(), arguments.prefixes())),
                ServerMethod.blocking(SIZE, arguments -> bean.size()),
                ServerMethod.blocking(FORGET, arguments -> { bean.forget(arguments.key()); return null; }));
    }

    @Override
    public Store.Client client(ThriftStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public Store.BlockingClient blockingClient(ThriftStub stub) {
        return new AwaitingClient(stub);
    }

    /** The arguments of {@code Store.get_value}. */
    public record GetValueArguments(String key) {

        /** Reads and writes them. */
        public static final StructCodec<GetValueArguments> CODEC = new Codec();

        public GetValueArguments {
            Objects.requireNonNull(key, "key");
        }

        private static final class Codec implements StructCodec<GetValueArguments> {

            @Override
            public String name() {
                return "Store.get_value";
            }

            @Override
            public StructDescriptor descriptor() {
                return StoreIdl.FILE.arguments("Store", "get_value");
            }

            @Override
            public GetValueArguments read(ThriftReader in) {
                String key = "";
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        case 0x0B_0001 -> key = in.readString(); // 1: string key
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                return new GetValueArguments(key);
            }

            @Override
            public void write(ThriftWriter out, GetValueArguments value) {
                out.structBegin();
                out.writeStringField(0x0B_0001, value.key); // 1: string key
                out.structEnd();
            }
        }
    }

    private static final class GetValueResult implements ResultCodec<String> {

        @Override
        public String read(ThriftReader in) {
            String success = null;
            DeclaredException failure = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0B_0000 -> success = in.readString(); // 0: string success
                    case 0x0C_0001 -> failure = NotFound.CODEC.read(in); // 1: NotFound missing
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (failure != null) {
                throw failure;
            }
            if (success == null) {
                throw ThriftException.missingResult("Store.get_value");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable String value) {
            if (value == null) {
                throw ThriftException.missingResult("Store.get_value");
            }
            out.structBegin();
            out.writeField(0x0B_0000); // 0: string success
            out.writeString(value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            if (failure instanceof NotFound declared) {
                out.structBegin();
                out.writeField(0x0C_0001); // 1: NotFound missing
                NotFound.CODEC.write(out, declared);
                out.structEnd();
                return true;
            }
            return false;
        }
    }

    /** The arguments of {@code Store.all}. */
    public record AllArguments(@Nullable Integer limit, Set<String> prefixes) {

        /** Reads and writes them. */
        public static final StructCodec<AllArguments> CODEC = new Codec();

        public AllArguments {
            prefixes = ImmutableSet.copyOf(Objects.requireNonNull(prefixes, "prefixes"));
        }

        private static final class Codec implements StructCodec<AllArguments> {

            @Override
            public String name() {
                return "Store.all";
            }

            @Override
            public StructDescriptor descriptor() {
                return StoreIdl.FILE.arguments("Store", "all");
            }

            @SuppressWarnings("fallthrough")
            @Override
            public AllArguments read(ThriftReader in) {
                Integer limit = null;
                Set<String> prefixes = ImmutableSet.of();
                in.structBegin();
                int field = in.readField();
                while (field != 0) {
                    switch (field) {
                        case 0x08_0001: { // 1: i32 limit
                            limit = in.readI32();
                            field = in.readField();
                            if (field != 0x0E_0002) {
                                break;
                            }
                        } // fall through
                        case 0x0E_0002: { // 2: set<string> prefixes
                            Set<String> read = readSetOfString(in);
                            if (read != null) {
                                prefixes = read;
                            }
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
                return new AllArguments(limit, prefixes);
            }

            @Override
            public void write(ThriftWriter out, AllArguments value) {
                out.structBegin();
                if (value.limit != null) {
                    out.writeI32Field(0x08_0001, value.limit); // 1: i32 limit
                }
                out.writeField(0x0E_0002); // 2: set<string> prefixes
                writeSetOfString(out, value.prefixes);
                out.structEnd();
            }

            private static @Nullable Set<String> readSetOfString(ThriftReader in) {
                int size = in.readSetBegin(ThriftType.STRING);
                if (size < 0) {
                    return null;
                }
                ImmutableSet.Builder<String> set = ImmutableSet.builder(size);
                for (int i = 0; i < size; i++) {
                    set.add(in.readString());
                }
                return set.build();
            }

            private static void writeSetOfString(ThriftWriter out, Set<String> set) {
                out.writeSetBegin(ThriftType.STRING, set.size());
                for (String element : set) {
                    out.writeString(element);
                }
            }
        }
    }

    private static final class AllResult implements ResultCodec<Map<String, List<String>>> {

        @Override
        public Map<String, List<String>> read(ThriftReader in) {
            Map<String, List<String>> success = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0D_0000 -> success = readMapOfStringToListOfString(in); // 0: map<string, list<string>> success
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (success == null) {
                throw ThriftException.missingResult("Store.all");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable Map<String, List<String>> value) {
            if (value == null) {
                throw ThriftException.missingResult("Store.all");
            }
            out.structBegin();
            out.writeField(0x0D_0000); // 0: map<string, list<string>> success
            writeMapOfStringToListOfString(out, ImmutableMap.copyOf(value));
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            return false;
        }

        private static @Nullable Map<String, List<String>> readMapOfStringToListOfString(ThriftReader in) {
            int size = in.readMapBegin(ThriftType.STRING, ThriftType.LIST);
            if (size < 0) {
                return null;
            }
            ImmutableMap.Builder<String, List<String>> map = ImmutableMap.builder(size);
            for (int i = 0; i < size; i++) {
                map.put(in.readString(), orEmpty(readListOfString(in)));
            }
            return map.build();
        }

        private static void writeMapOfStringToListOfString(ThriftWriter out, Map<String, List<String>> map) {
            out.writeMapBegin(ThriftType.STRING, ThriftType.LIST, map.size());
            for (Map.Entry<String, List<String>> entry : map.entrySet()) {
                out.writeString(entry.getKey());
                writeListOfString(out, entry.getValue());
            }
        }

        private static <T> List<T> orEmpty(@Nullable List<T> read) {
            return read == null ? ImmutableList.of() : read;
        }

        private static @Nullable List<String> readListOfString(ThriftReader in) {
            int size = in.readListBegin(ThriftType.STRING);
            if (size < 0) {
                return null;
            }
            String[] list = new String[size];
            for (int i = 0; i < size; i++) {
                list[i] = in.readString();
            }
            return ImmutableList.wrap(list);
        }

        private static void writeListOfString(ThriftWriter out, List<String> list) {
            int size = list.size();
            out.writeListBegin(ThriftType.STRING, size);
            for (int i = 0; i < size; i++) {
                out.writeString(list.get(i));
            }
        }
    }

    /** The arguments of {@code Store.size}. */
    public record SizeArguments() {

        /** Reads and writes them. */
        public static final StructCodec<SizeArguments> CODEC = new Codec();

        private static final class Codec implements StructCodec<SizeArguments> {

            @Override
            public String name() {
                return "Store.size";
            }

            @Override
            public StructDescriptor descriptor() {
                return StoreIdl.FILE.arguments("Store", "size");
            }

            @Override
            public SizeArguments read(ThriftReader in) {
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                return new SizeArguments();
            }

            @Override
            public void write(ThriftWriter out, SizeArguments value) {
                out.structBegin();
                out.structEnd();
            }
        }
    }

    private static final class SizeResult implements ResultCodec<Integer> {

        @Override
        public Integer read(ThriftReader in) {
            Integer success = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x08_0000 -> success = in.readI32(); // 0: i32 success
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (success == null) {
                throw ThriftException.missingResult("Store.size");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable Integer value) {
            if (value == null) {
                throw ThriftException.missingResult("Store.size");
            }
            out.structBegin();
            out.writeField(0x08_0000); // 0: i32 success
            out.writeI32(value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            return false;
        }
    }

    /** The arguments of {@code Store.forget}. */
    public record ForgetArguments(String key) {

        /** Reads and writes them. */
        public static final StructCodec<ForgetArguments> CODEC = new Codec();

        public ForgetArguments {
            Objects.requireNonNull(key, "key");
        }

        private static final class Codec implements StructCodec<ForgetArguments> {

            @Override
            public String name() {
                return "Store.forget";
            }

            @Override
            public StructDescriptor descriptor() {
                return StoreIdl.FILE.arguments("Store", "forget");
            }

            @Override
            public ForgetArguments read(ThriftReader in) {
                String key = "";
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        case 0x0B_0001 -> key = in.readString(); // 1: string key
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                return new ForgetArguments(key);
            }

            @Override
            public void write(ThriftWriter out, ForgetArguments value) {
                out.structBegin();
                out.writeStringField(0x0B_0001, value.key); // 1: string key
                out.structEnd();
            }
        }
    }

    private static final class ForgetResult implements ResultCodec<Void> {

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

    private static final class ReactiveClient implements Store.Client {

        private final ClientMethod<HealthDefinition.PingArguments, Void> pingMethod;
        private final ClientMethod<GetValueArguments, String> getValueMethod;
        private final ClientMethod<AllArguments, Map<String, List<String>>> allMethod;
        private final ClientMethod<SizeArguments, Integer> sizeMethod;
        private final ClientMethod<ForgetArguments, Void> forgetMethod;
        private final CallOptions options;

        private ReactiveClient(ThriftStub stub) {
            this.pingMethod = stub.method(PING);
            this.getValueMethod = stub.method(GET_VALUE);
            this.allMethod = stub.method(ALL);
            this.sizeMethod = stub.method(SIZE);
            this.forgetMethod = stub.method(FORGET);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.pingMethod = from.pingMethod;
            this.getValueMethod = from.getValueMethod;
            this.allMethod = from.allMethod;
            this.sizeMethod = from.sizeMethod;
            this.forgetMethod = from.forgetMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Store.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<Void> ping() {
            return this.pingMethod.call(this.options, new HealthDefinition.PingArguments());
        }

        @Override
        public Uni<String> getValue(String key) {
            return this.getValueMethod.call(this.options, new GetValueArguments(key));
        }

        @Override
        public Uni<Map<String, List<String>>> all(@Nullable Integer limit, Set<String> prefixes) {
            return this.allMethod.call(this.options, new AllArguments(limit, prefixes));
        }

        @Override
        public Uni<Integer> size() {
            return this.sizeMethod.call(this.options, new SizeArguments());
        }

        @Override
        public Uni<Void> forget(String key) {
            return this.forgetMethod.call(this.options, new ForgetArguments(key));
        }
    }

    private static final class AwaitingClient implements Store.BlockingClient {

        private final ClientMethod<HealthDefinition.PingArguments, Void> pingMethod;
        private final ClientMethod<GetValueArguments, String> getValueMethod;
        private final ClientMethod<AllArguments, Map<String, List<String>>> allMethod;
        private final ClientMethod<SizeArguments, Integer> sizeMethod;
        private final ClientMethod<ForgetArguments, Void> forgetMethod;
        private final CallOptions options;

        private AwaitingClient(ThriftStub stub) {
            this.pingMethod = stub.method(PING);
            this.getValueMethod = stub.method(GET_VALUE);
            this.allMethod = stub.method(ALL);
            this.sizeMethod = stub.method(SIZE);
            this.forgetMethod = stub.method(FORGET);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.pingMethod = from.pingMethod;
            this.getValueMethod = from.getValueMethod;
            this.allMethod = from.allMethod;
            this.sizeMethod = from.sizeMethod;
            this.forgetMethod = from.forgetMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Store.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public void ping() {
            this.pingMethod.await(this.options, new HealthDefinition.PingArguments());
        }

        @Override
        public String getValue(String key) {
            return this.getValueMethod.await(this.options, new GetValueArguments(key));
        }

        @Override
        public Map<String, List<String>> all(@Nullable Integer limit, Set<String> prefixes) {
            return this.allMethod.await(this.options, new AllArguments(limit, prefixes));
        }

        @Override
        public int size() {
            return this.sizeMethod.await(this.options, new SizeArguments());
        }

        @Override
        public void forget(String key) {
            this.forgetMethod.await(this.options, new ForgetArguments(key));
        }
    }
}
