package io.quarkiverse.volo.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

class ClientInjectionTest {

    private static final HelloRequest ADA = new HelloRequest("Ada");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(HelloBean.class, Caller.class)
            .overrideConfigKey("quarkus.volo.clients.known.timeout", "3s");

    @VoloClient
    HelloService hello;

    @VoloClient("hello")
    HelloService.Blocking blocking;

    @VoloClient("hello")
    HelloService.Client client;

    @VoloClient("hello")
    HelloService.BlockingClient blockingClient;

    @VoloClient("lazy")
    Instance<HelloService> lazy;

    @Inject
    @Any
    Instance<HelloService.Blocking> any;

    @Inject
    VoloClients clients;

    @Inject
    ValueRegistry values;

    @Inject
    Caller caller;

    @Inject
    HelloService ownBean;

    @Test
    void aFieldIsAClientOfItsName() {
        assertThat(hello.hello(ADA).await().atMost(Duration.ofSeconds(5)).message()).isEqualTo("Hello Ada");
    }

    @Test
    void allFourTypesOfOneNameInjectSideBySide() {
        assertThat(blocking.hello(ADA).message()).isEqualTo("Hello Ada");
        assertThat(client.with(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(5)))
                .hello(ADA).await().atMost(Duration.ofSeconds(5)).message()).isEqualTo("Hello Ada");
        assertThat(blockingClient.with(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(5)))
                .hello(ADA).message()).isEqualTo("Hello Ada");
    }

    @Test
    void aParameterIsAClientOfItsName() {
        assertThat(caller.hello.hello(ADA).message()).isEqualTo("Hello Ada");
    }

    @Test
    void anInstanceIsAClientOfItsName() {
        assertThat(lazy.get().hello(ADA).await().atMost(Duration.ofSeconds(5)).message()).isEqualTo("Hello Ada");
    }

    @Test
    void clientsAreLookedUpByLiteral() {
        for (String name : List.of("hello", "known", "lazy", "parameter")) {
            assertThat(any.select(VoloClient.Literal.of(name)).get().hello(ADA).message()).isEqualTo("Hello Ada");
        }
        assertThat(any.select(VoloClient.Literal.of("unknown")).isUnsatisfied()).isTrue();
    }

    @Test
    void theFactoryMakesClientsOfAllTypes() {
        Address address = Address.of("localhost", values.get(RuntimeKey.intKey("quarkus.volo.server.port")));
        assertThat(clients.create(HelloService.BlockingClient.class, "made", address).hello(ADA).message())
                .isEqualTo("Hello Ada");
        assertThat(clients.create(HelloService.Blocking.class, "made", address).hello(ADA).message())
                .isEqualTo("Hello Ada");
        assertThat(clients.create(HelloService.class, "made", address).hello(ADA).await()
                .atMost(Duration.ofSeconds(5)).message()).isEqualTo("Hello Ada");
        assertThat(clients.create(HelloService.Client.class, "made", address).hello(ADA).await()
                .atMost(Duration.ofSeconds(5)).message()).isEqualTo("Hello Ada");
    }

    @Test
    void theFactoryRefusesOtherTypesAndNoAddress() {
        assertThatThrownBy(() -> clients.create(Runnable.class, "made", Address.of("localhost", 1)))
                .hasMessageStartingWith("type: java.lang.Runnable (expected: one of [org.acme.hello.HelloService, ");
        assertThatThrownBy(() -> clients.create(HelloService.class, "made", List.of()))
                .hasMessage("addresses: none (expected: at least one)");
    }

    @Test
    void aPlainInjectionIsTheBeanItself() {
        assertThat(ownBean).isInstanceOf(HelloBean.class);
    }

    @Singleton
    public static class Caller {

        final HelloService.Blocking hello;

        @Inject
        public Caller(@VoloClient HelloService.Blocking parameter) {
            this.hello = parameter;
        }
    }
}
