package io.quarkiverse.volo.deployment.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkus.test.QuarkusUnitTest;

class InjectedGenericClientTest {

    private static final Map<String, Object> ADA = Map.of("request", Map.of("name", "Ada"));

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(HelloBean.class, Witness.class);

    @VoloClient("hello")
    GenericClient generic;

    @Inject
    VoloClients clients;

    @Inject
    Witness witness;

    @Test
    void callsAMethodByItsNameWithAMap() {
        assertThat(generic.call("HelloService", "hello", ADA).await().atMost(Duration.ofSeconds(30)))
                .isEqualTo(Map.of("message", "Hello Ada"));
        assertThat(generic.await(HelloService.class.getName(), "hello", ADA)).isEqualTo(Map.of("message", "Hello Ada"));
    }

    @Test
    void callsAMethodByItsNameWithJson() {
        assertThat(generic.awaitJson("HelloService", "hello", "{\"request\": {\"name\": \"Ada\"}}"))
                .isEqualTo("{\"message\":\"Hello Ada\"}");
    }

    @Test
    void itsCallsPassTheClientsLayers() {
        generic.await("HelloService", "hello", ADA);
        assertThat(witness.requests()).contains("HelloService.hello[request=HelloRequest[name=Ada]]");
    }

    @Test
    void itsCallsHaveTheirDeadlineAndTheirAddress() {
        CallOptions nobody = CallOptions.DEFAULT.withAddress(Address.of("127.0.0.1", 1)).withTimeout(Duration.ofSeconds(30));
        assertThatThrownBy(() -> generic.with(nobody).await("HelloService", "hello", ADA))
                .isInstanceOfSatisfying(VoloException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT));
    }

    @Test
    void isMadeForAddressesThatAreKnownOnlyAtRunTime() {
        GenericClient nobody = clients.create(GenericClient.class, "hello", Address.of("127.0.0.1", 1));
        assertThatThrownBy(() -> nobody.await("HelloService", "hello", ADA)).isInstanceOf(VoloException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void unknownNamesAreTold() {
        assertThatThrownBy(() -> generic.await("HelloService", "hallo", ADA))
                .hasMessage("method of HelloService: 'hallo' (expected: hello; did you mean 'hello'?)");
    }

    @ApplicationScoped
    @GlobalLayer(Role.CLIENT)
    public static class Witness implements Layer {

        private final List<String> requests = new CopyOnWriteArrayList<>();

        List<String> requests() {
            return requests;
        }

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                requests.add(String.valueOf(request));
                return next.call(context, request);
            };
        }
    }
}
