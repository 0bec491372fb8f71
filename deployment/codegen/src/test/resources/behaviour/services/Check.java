import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.smallrye.mutiny.Uni;
import org.acme.more.Vault;
import org.acme.more.VaultDefinition;
import org.acme.store.Busy;
import org.acme.store.Health;
import org.acme.store.Lock;
import org.acme.store.NotFound;
import org.acme.store.OtherDefinition;
import org.acme.store.Store;
import org.acme.store.StoreDefinition;

public final class Check {

    private Check() {
    }

    /** A client whose calls end in the methods of a bean, with bytes in between. */
    static final class Loop implements ThriftStub {

        final Map<String, ServerMethod<?, ?>> methods = new HashMap<>();
        final List<CallOptions> options = new ArrayList<>();

        Loop(List<ServerMethod<?, ?>> served) {
            served.forEach(method -> methods.put(method.method().name(), method));
        }

        @Override
        public <Q, R> ClientMethod<Q, R> method(ThriftMethod<Q, R> method) {
            @SuppressWarnings("unchecked")
            ServerMethod<Q, R> server = (ServerMethod<Q, R>) methods.get(method.name());
            return new ClientMethod<>() {
                @Override
                public Uni<R> call(CallOptions chosen, Q request) {
                    return Uni.createFrom().item(() -> await(chosen, request));
                }

                @Override
                public R await(CallOptions chosen, Q request) {
                    options.add(chosen);
                    return exchange(server, request);
                }
            };
        }

        private static <Q, R> R exchange(ServerMethod<Q, R> server, Q request) {
            ByteBuf bytes = Unpooled.buffer();
            BinaryWriter out = new BinaryWriter().reset(bytes);
            ThriftMethod<Q, R> method = server.method();
            method.arguments().write(out, request);
            Q received = method.arguments().read(new BinaryReader().reset(bytes));
            ResultCodec<R> result = method.result();
            try {
                R answer = server.blocking() == null ? server.reactive().apply(received).await().indefinitely()
                        : server.blocking().apply(received);
                result.writeSuccess(out, answer);
            } catch (RuntimeException failure) {
                if (!result.writeFailure(out, failure)) {
                    throw failure;
                }
            }
            return result.read(new BinaryReader().reset(bytes));
        }
    }

    static class Plain implements Vault.Blocking {

        @Override
        public void ping() {
        }

        @Override
        public String getValue(String key) {
            if (key.isEmpty()) {
                return null;
            }
            throw new NotFound(key, 404);
        }

        @Override
        public Map<String, List<String>> all(Integer limit, Set<String> prefixes) {
            return Map.of("limit " + limit, List.copyOf(prefixes));
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public void forget(String key) {
        }

        @Override
        public void lock(String why, Lock lock, Lock other) {
            throw new Busy();
        }
    }

    static Loop loop() {
        return new Loop(new VaultDefinition().serveBlocking(new Plain()));
    }

    public static void answerThroughBothClients() {
        Vault.BlockingClient plain = new VaultDefinition().blockingClient(loop());
        plain.ping();
        plain.forget("x");
        assertThat(plain.size()).isEqualTo(3);
        assertThat(plain.all(null, Set.of("p"))).isEqualTo(Map.of("limit null", List.of("p")));
        Vault.Client reactive = new VaultDefinition().client(loop());
        assertThat(reactive.ping().await().indefinitely()).isNull();
        assertThat(reactive.all(2, Set.of()).await().indefinitely()).isEqualTo(Map.of("limit 2", List.of()));
    }

    public static void answerWithUniMethodsToo() {
        Health bean = () -> Uni.createFrom().voidItem();
        var definition = new org.acme.store.HealthDefinition();
        definition.blockingClient(new Loop(definition.serve(bean))).ping();
    }

    public static void throwDeclaredExceptions() {
        Vault.BlockingClient client = new VaultDefinition().blockingClient(loop());
        assertThatThrownBy(() -> client.getValue("k")).isInstanceOfSatisfying(NotFound.class, missing -> {
            assertThat(missing.key()).isEqualTo("k");
            assertThat(missing.code()).isEqualTo(404);
            assertThat(missing).hasMessage("key=k, code=404");
        });
        assertThatThrownBy(() -> client.lock("why", new Lock(1), null)).as("not declared").isInstanceOf(Busy.class);
    }

    public static void missAResultThatIsNotThere() {
        assertThatThrownBy(() -> new VaultDefinition().blockingClient(loop()).getValue(""))
                .isInstanceOf(ThriftException.class).hasMessage("Store.get_value: the result is missing");
        ByteBuf empty = Unpooled.wrappedBuffer(new byte[] {0});
        assertThatThrownBy(() -> StoreDefinition.SIZE.result().read(new BinaryReader().reset(empty)))
                .hasMessage("Store.size: the result is missing");
    }

    public static void insistOnStructArguments() {
        ByteBuf why = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(why);
        out.structBegin();
        out.writeField(0x0B_0001);
        out.writeString("why");
        out.structEnd();
        assertThatThrownBy(() -> VaultDefinition.LOCK.arguments().read(new BinaryReader().reset(why)))
                .isInstanceOf(VoloException.class).hasMessage("Vault.lock: required field 'lock' is missing");
        ByteBuf empty = Unpooled.wrappedBuffer(new byte[] {0});
        StoreDefinition.AllArguments defaults = StoreDefinition.ALL.arguments().read(new BinaryReader().reset(empty));
        assertThat(defaults).isEqualTo(new StoreDefinition.AllArguments(null, Set.of()));
    }

    public static void passTheOptionsOfACall() {
        Loop loop = loop();
        Vault.BlockingClient client = new VaultDefinition().blockingClient(loop);
        CallOptions quick = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(5));
        client.with(quick).ping();
        client.ping();
        assertThat(loop.options).containsExactly(quick, CallOptions.DEFAULT);
    }

    public static void listInheritedMethodsFirstUnderTheirOwnName() {
        assertThat(new VaultDefinition().methods()).extracting(method -> method.service() + "." + method.name())
                .containsExactly("Vault.ping", "Vault.get_value", "Vault.all", "Vault.size", "Vault.forget", "Vault.lock");
        assertThat(new VaultDefinition().serviceName()).isEqualTo("Vault");
        assertThat(new VaultDefinition().type()).isEqualTo(Vault.class);
        assertThat(new VaultDefinition().blockingType()).isEqualTo(Vault.Blocking.class);
        assertThat(StoreDefinition.FORGET.oneway()).isTrue();
        assertThat(Store.Client.class).isAssignableFrom(Vault.Client.class);
        assertThat(Store.Blocking.class).isAssignableFrom(Vault.BlockingClient.class);
    }

    public static void writeTheDeclaredExceptionThatFits() {
        ByteBuf bytes = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(bytes);
        assertThat(OtherDefinition.WORK.result().writeFailure(out, new IllegalStateException())).isFalse();
        assertThat(bytes.readableBytes()).isZero();
        assertThat(OtherDefinition.WORK.result().writeFailure(out, new Busy())).isTrue();
        assertThatThrownBy(() -> OtherDefinition.WORK.result().read(new BinaryReader().reset(bytes)))
                .isInstanceOf(Busy.class);
    }
}
