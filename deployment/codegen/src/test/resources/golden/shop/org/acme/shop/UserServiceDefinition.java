package org.acme.shop;

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
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How {@link UserService} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class UserServiceDefinition implements ServiceDefinition<UserService, UserService.Blocking> {

    public static final ThriftMethod<FindArguments, User> FIND = new ThriftMethod<>(
            "UserService",
            "find",
            false,
            FindArguments.CODEC,
            new FindResult());

    public static final ThriftMethod<SaveArguments, Void> SAVE = new ThriftMethod<>(
            "UserService",
            "save",
            false,
            SaveArguments.CODEC,
            new SaveResult());

    private static final List<ThriftMethod<?, ?>> METHODS = List.<ThriftMethod<?, ?>> of(FIND, SAVE);

    @Override
    public String serviceName() {
        return "UserService";
    }

    @Override
    public Class<UserService> type() {
        return UserService.class;
    }

    @Override
    public Class<UserService.Blocking> blockingType() {
        return UserService.Blocking.class;
    }

    @Override
    public List<ThriftMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return ShopIdl.FILE.service("UserService");
    }

    @Override
    public List<ServerMethod<?, ?>> serve(UserService bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.reactive(FIND, arguments -> bean.find(arguments.id())),
                ServerMethod.reactive(SAVE, arguments -> bean.save(arguments.user())));
    }

    @Override
    public List<ServerMethod<?, ?>> serveBlocking(UserService.Blocking bean) {
        return List.<ServerMethod<?, ?>> of(
                ServerMethod.blocking(FIND, arguments -> bean.find(arguments.id())),
                ServerMethod.blocking(SAVE, arguments -> { bean.save(arguments.user()); return null; }));
    }

    @Override
    public UserService.Client client(ThriftStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public UserService.BlockingClient blockingClient(ThriftStub stub) {
        return new AwaitingClient(stub);
    }

    /** The arguments of {@code UserService.find}. */
    public record FindArguments(long id) {

        /** Reads and writes them. */
        public static final StructCodec<FindArguments> CODEC = new Codec();

        private static final class Codec implements StructCodec<FindArguments> {

            @Override
            public String name() {
                return "UserService.find";
            }

            @Override
            public StructDescriptor descriptor() {
                return ShopIdl.FILE.arguments("UserService", "find");
            }

            @Override
            public FindArguments read(ThriftReader in) {
                long id = 0;
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        case 0x0A_0001 -> id = in.readI64(); // 1: i64 id
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                return new FindArguments(id);
            }

            @Override
            public void write(ThriftWriter out, FindArguments value) {
                out.structBegin();
                out.writeI64Field(0x0A_0001, value.id); // 1: i64 id
                out.structEnd();
            }
        }
    }

    private static final class FindResult implements ResultCodec<User> {

        @Override
        public User read(ThriftReader in) {
            User success = null;
            DeclaredException failure = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0C_0000 -> success = User.CODEC.read(in); // 0: User success
                    case 0x0C_0001 -> failure = Refused.CODEC.read(in); // 1: Refused refused
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (failure != null) {
                throw failure;
            }
            if (success == null) {
                throw ThriftException.missingResult("UserService.find");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable User value) {
            if (value == null) {
                throw ThriftException.missingResult("UserService.find");
            }
            out.structBegin();
            out.writeField(0x0C_0000); // 0: User success
            User.CODEC.write(out, value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            if (failure instanceof Refused declared) {
                out.structBegin();
                out.writeField(0x0C_0001); // 1: Refused refused
                Refused.CODEC.write(out, declared);
                out.structEnd();
                return true;
            }
            return false;
        }
    }

    /** The arguments of {@code UserService.save}. */
    public record SaveArguments(User user) {

        /** Reads and writes them. */
        public static final StructCodec<SaveArguments> CODEC = new Codec();

        public SaveArguments {
            Objects.requireNonNull(user, "user");
        }

        private static final class Codec implements StructCodec<SaveArguments> {

            @Override
            public String name() {
                return "UserService.save";
            }

            @Override
            public StructDescriptor descriptor() {
                return ShopIdl.FILE.arguments("UserService", "save");
            }

            @Override
            public SaveArguments read(ThriftReader in) {
                User user = null;
                in.structBegin();
                for (int field; (field = in.readField()) != 0;) {
                    switch (field) {
                        case 0x0C_0001 -> user = User.CODEC.read(in); // 1: User user
                        default -> in.skipField(field);
                    }
                }
                in.structEnd();
                if (user == null) {
                    throw in.missing("UserService.save", "user");
                }
                return new SaveArguments(user);
            }

            @Override
            public void write(ThriftWriter out, SaveArguments value) {
                out.structBegin();
                out.writeField(0x0C_0001); // 1: User user
                User.CODEC.write(out, value.user);
                out.structEnd();
            }
        }
    }

    private static final class SaveResult implements ResultCodec<Void> {

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

    private static final class ReactiveClient implements UserService.Client {

        private final ClientMethod<FindArguments, User> findMethod;
        private final ClientMethod<SaveArguments, Void> saveMethod;
        private final CallOptions options;

        private ReactiveClient(ThriftStub stub) {
            this.findMethod = stub.method(FIND);
            this.saveMethod = stub.method(SAVE);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.findMethod = from.findMethod;
            this.saveMethod = from.saveMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public UserService.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<User> find(long id) {
            return this.findMethod.call(this.options, new FindArguments(id));
        }

        @Override
        public Uni<Void> save(User user) {
            return this.saveMethod.call(this.options, new SaveArguments(user));
        }
    }

    private static final class AwaitingClient implements UserService.BlockingClient {

        private final ClientMethod<FindArguments, User> findMethod;
        private final ClientMethod<SaveArguments, Void> saveMethod;
        private final CallOptions options;

        private AwaitingClient(ThriftStub stub) {
            this.findMethod = stub.method(FIND);
            this.saveMethod = stub.method(SAVE);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.findMethod = from.findMethod;
            this.saveMethod = from.saveMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public UserService.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public User find(long id) {
            return this.findMethod.await(this.options, new FindArguments(id));
        }

        @Override
        public void save(User user) {
            this.saveMethod.await(this.options, new SaveArguments(user));
        }
    }
}
