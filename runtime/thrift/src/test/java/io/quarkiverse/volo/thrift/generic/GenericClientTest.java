package io.quarkiverse.volo.thrift.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.dynamic.DynamicException;
import io.quarkiverse.volo.thrift.dynamic.InvalidValueException;
import io.quarkiverse.volo.thrift.dynamic.Shop;
import io.quarkiverse.volo.thrift.json.JsonSyntaxException;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.smallrye.mutiny.Uni;

class GenericClientTest {

    private static final ServiceDescriptor STORE = Shop.FILE.service("Store");
    private static final Map<String, Object> ITEM = Map.of("id", 3);

    private final LoopStub stub = new LoopStub(GenericMethods.serve(STORE, GenericClientTest::answer));
    private final GenericClient client = GenericClient.of(stub, List.of(new Named(Store.class), new Named(Store.class)));

    private static Uni<@Nullable Object> answer(MethodDescriptor method, Map<String, Object> arguments) {
        return Uni.createFrom().item(() -> switch (method.name()) {
            case "get" -> get(arguments);
            case "count" -> 42;
            default -> null;
        });
    }

    private static Object get(Map<String, Object> arguments) {
        if (arguments.get("id").equals(0L)) {
            throw new DynamicException("Refused", Map.of("reason", "no such order"));
        }
        return Map.of("id", arguments.get("id"), "last", arguments.get("item"));
    }

    private @Nullable Object called(String method, Map<String, ?> arguments) {
        return client.call("Store", method, arguments).await().atMost(Duration.ofSeconds(5));
    }

    private String json(String method, String arguments) {
        return client.callJson("Store", method, arguments).await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void callsWithMaps() {
        assertThat((Map<?, ?>) called("get", Map.of("id", 7, "item", ITEM)))
                .isEqualTo(Map.of("id", 7L, "items", List.of(), "counts", Map.of(), "limit", 10, "color", "BLUE", "preset",
                        Map.of("id", 1L, "name", ""), "last", Map.of("id", 3L, "name", "")));
        assertThat(called("count", Map.of())).isEqualTo(42);
        assertThat(called("clear", Map.of())).isNull();
        assertThat(client.await("Store", "count", Map.of())).isEqualTo(42);
    }

    @Test
    void callsWithJson() {
        assertThat(json("get", "{\"id\": 7, \"item\": {\"id\": 3}}")).isEqualTo(
                "{\"id\":7,\"items\":[],\"counts\":{},\"limit\":10,\"color\":\"BLUE\",\"preset\":{\"id\":1,\"name\":\"\"},"
                        + "\"last\":{\"id\":3,\"name\":\"\"}}");
        assertThat(json("count", "{}")).isEqualTo("42");
        assertThat(json("clear", "{}")).isEqualTo("null");
        assertThat(client.awaitJson("Store", "count", "{}")).isEqualTo("42");
    }

    @Test
    void declaredExceptionsArrive() {
        assertThatThrownBy(() -> called("get", Map.of("id", 0, "item", ITEM)))
                .isInstanceOfSatisfying(DynamicException.class, failure -> {
                    assertThat(failure.name()).isEqualTo("Refused");
                    assertThat(failure.values()).isEqualTo(Map.of("reason", "no such order"));
                });
    }

    @Test
    void everyMethodIsServedInheritedOnesToo() {
        List<ThriftMethod<?, ?>> served = GenericMethods.serve(Shop.FILE.service("Alarm"), GenericClientTest::answer).stream()
                .<ThriftMethod<?, ?>> map(ServerMethod::method).toList();

        assertThat(served).extracting(ThriftMethod::fullName)
                .containsExactly("Alarm.get", "Alarm.count", "Alarm.clear", "Alarm.ring");
        assertThat(served).extracting(ThriftMethod::oneway).containsExactly(false, false, false, true);
    }

    @Test
    void blockingServicesAnswerToo() {
        LoopStub blocking = new LoopStub(GenericMethods.serveBlocking(STORE, (method, arguments) -> method.name().length()));
        GenericClient other = GenericClient.of(blocking, List.of(new Named(Store.class)));
        assertThat(other.await("Store", "count", Map.of())).isEqualTo(5);
    }

    @Test
    void whatIsWrongIsToldAndNothingIsSent() {
        assertThatThrownBy(() -> called("cuont", Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("method of Store: 'cuont' (expected: one of get, count, clear; did you mean 'count'?)");
        assertThatThrownBy(() -> client.await("Shop", "count", Map.of()))
                .hasMessage("service 'Shop' (expected: Store)");
        assertThatThrownBy(() -> called("get", Map.of("id", "x", "item", ITEM))).isInstanceOf(InvalidValueException.class)
                .hasMessage("$.id: \"x\" (expected: i64)");
        assertThatThrownBy(() -> json("get", "{\"id\": 1, \"item\": {\"id\": }}")).isInstanceOf(JsonSyntaxException.class);
        assertThat(stub.options).isEmpty();
    }

    @Test
    void anUnknownNameFailsTheUniNotItsMaking() {
        Uni<Object> failed = client.call("Nothing", "nothing", Map.of());
        assertThatThrownBy(() -> failed.await().indefinitely()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void methodsArePreparedOnceAndOptionsAreThoseOfTheCall() {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(5));
        client.await("Store", "count", Map.of());
        client.with(options).await(Store.class.getName(), "count", Map.of());

        assertThat(stub.prepared).containsExactly("Store.count");
        assertThat(stub.options).containsExactly(CallOptions.DEFAULT, options);
    }

    @Test
    void twoServicesOfOneNameGoByTheirInterfaces() {
        GenericClient both = GenericClient.of(stub, List.of(new Named(Store.class), new Named(OtherStore.class)));

        assertThatThrownBy(() -> both.await("Store", "count", Map.of())).hasMessage("service 'Store' is the name of several "
                + "(expected: one of " + Store.class.getName() + ", " + OtherStore.class.getName() + ")");
        assertThat(both.await(OtherStore.class.getName(), "count", Map.of())).isEqualTo(42);
        assertThat(both.services().keySet()).containsExactly(OtherStore.class.getName(), Store.class.getName());
    }

    interface Store {
    }

    interface OtherStore {
    }

    /** A definition that knows only its names. */
    private record Named(Class<?> service) implements ServiceDefinition<Object, Object> {

        @Override
        public String serviceName() {
            return "Store";
        }

        @Override
        public ServiceDescriptor descriptor() {
            return STORE;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<Object> type() {
            return (Class<Object>) service;
        }

        @Override
        public Class<Object> blockingType() {
            return type();
        }

        @Override
        public List<ThriftMethod<?, ?>> methods() {
            return List.of();
        }

        @Override
        public List<ServerMethod<?, ?>> serve(Object bean) {
            return List.of();
        }

        @Override
        public List<ServerMethod<?, ?>> serveBlocking(Object bean) {
            return List.of();
        }

        @Override
        public Object client(ThriftStub unused) {
            return unused;
        }

        @Override
        public Object blockingClient(ThriftStub unused) {
            return unused;
        }
    }
}
