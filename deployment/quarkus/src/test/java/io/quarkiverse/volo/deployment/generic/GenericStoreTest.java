package io.quarkiverse.volo.deployment.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.acme.store.NotFound;
import org.acme.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.dynamic.DynamicException;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** One bean answers all that a service has: inherited, void and oneway methods, declared exceptions and failures. */
class GenericStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Anything.class)
            .withApplicationRoot(jar -> jar.addPackage(Store.class.getPackage())
                    .addClasses(TestApplication.class, Anything.class));

    @VoloClient("hello")
    Store.Blocking generated;

    @VoloClient("hello")
    GenericClient generic;

    @Inject
    Anything bean;

    @Test
    void answersEveryMethodOfTheService() {
        generated.ping();
        assertThat(generated.getValue("a")).isEqualTo("value of a");
        assertThat(generated.all(null, Set.of("p"))).isEqualTo(Map.of("p", List.of("1", "2")));
        assertThat(generated.size()).isEqualTo(3);
        assertThat(generic.await("Store", "ping", Map.of())).isNull();
        assertThat(generic.await("Store", "get_value", Map.of("key", "a"))).isEqualTo("value of a");
        assertThat(generic.awaitJson("Store", "all", "{\"prefixes\": [\"p\"]}")).isEqualTo("{\"p\":[\"1\",\"2\"]}");
        assertThat(generic.awaitJson("Store", "size", "{}")).isEqualTo("3");
        assertThat(bean.methods).contains("Store.ping", "Store.get_value", "Store.all", "Store.size");
    }

    @Test
    void aOnewayCallArrivesAndNothingIsAnswered() throws InterruptedException {
        generated.forget("a");
        assertThat(bean.forgotten.poll(30, TimeUnit.SECONDS)).isEqualTo("a");
        assertThat(generic.await("Store", "forget", Map.of("key", "b"))).isNull();
        assertThat(bean.forgotten.poll(30, TimeUnit.SECONDS)).isEqualTo("b");
        assertThat(generic.services().get(Store.class.getName()).method("forget").oneway()).isTrue();
    }

    @Test
    void declaredExceptionsArriveAtBothKindsOfClients() {
        assertThatThrownBy(() -> generated.getValue("nothing")).isInstanceOfSatisfying(NotFound.class, failure -> {
            assertThat(failure.key()).isEqualTo("nothing");
            assertThat(failure.code()).isEqualTo(404);
        });
        assertThatThrownBy(() -> generic.await("Store", "get_value", Map.of("key", "nothing")))
                .isInstanceOfSatisfying(DynamicException.class, failure -> {
                    assertThat(failure.name()).isEqualTo("NotFound");
                    assertThat(failure.values()).isEqualTo(Map.of("key", "nothing", "code", 404));
                });
    }

    @Test
    void whatIsNotDeclaredIsAnErrorOfTheService() {
        assertThatThrownBy(() -> generic.await("Store", "get_value", Map.of("key", "undeclared")))
                .isInstanceOfSatisfying(ThriftException.class,
                        failure -> assertThat(failure.type()).isEqualTo(ThriftException.Type.INTERNAL_ERROR));
        assertThatThrownBy(() -> generic.await("Store", "get_value", Map.of("key", "null")))
                .isInstanceOf(ThriftException.class).hasMessageContaining("Store.get_value: the result is missing");
    }

    @VoloService(Store.class)
    public static class Anything implements GenericService {

        final BlockingQueue<String> methods = new LinkedBlockingQueue<>();
        final BlockingQueue<Object> forgotten = new LinkedBlockingQueue<>();

        @Override
        public Uni<Object> call(MethodDescriptor method, Map<String, Object> arguments) {
            methods.add(method.fullName());
            return Uni.createFrom().item(() -> switch (method.name()) {
                case "get_value" -> value((String) arguments.get("key"));
                case "all" -> Map.of("p", List.of("1", "2"));
                case "size" -> 3L;
                case "forget" -> forgotten.add(arguments.get("key")) ? null : "unreachable";
                default -> null;
            });
        }

        private static Object value(String key) {
            return switch (key) {
                case "nothing" -> throw new DynamicException("NotFound", Map.of("key", key, "code", 404));
                case "undeclared" -> throw new DynamicException("Refused", Map.of());
                case "null" -> null;
                default -> "value of " + key;
            };
        }
    }
}
