package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.LayerPosition;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the tests' native transport is for Linux x86_64")
class UnixSocketTest {

    static final Path SOCKET = Path.of(System.getProperty("java.io.tmpdir"), "volo-" + ProcessHandle.current().pid() + ".sock");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(WhoCalls.class, WhomItCalls.class)
            .overrideRuntimeConfigKey("quarkus.vertx.prefer-native-transport", "true")
            .overrideRuntimeConfigKey("quarkus.volo.server.unix-socket", SOCKET.toString())
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.address", "unix:" + SOCKET)
            .setAfterUndeployListener(() -> assertThat(SOCKET).doesNotExist());

    @VoloClient
    HelloService hello;

    @VoloClient("own")
    HelloService byPort;

    @Inject
    WhomItCalls calls;

    @Test
    void aCallGoesOverItAndBothSidesKnow() {
        String caller = hello.hello(new HelloRequest("Ada")).await().indefinitely().message();

        assertThat(caller).isEqualTo("unix:" + SOCKET);
        assertThat(calls.callees).contains("unix:" + SOCKET);
    }

    @Test
    void thePortIsServedBesideIt() {
        assertThat(byPort.hello(new HelloRequest("Ada")).await().indefinitely().message()).matches("127\\.0\\.0\\.1:\\d+");
    }

    @VoloService
    public static class WhoCalls implements HelloService {

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().item(new HelloResponse(String.valueOf(
                    Objects.requireNonNull(RpcContext.current()).caller().address())));
        }
    }

    @GlobalLayer(value = Role.CLIENT, position = LayerPosition.ATTEMPT)
    public static class WhomItCalls implements Layer {

        final List<String> callees = new CopyOnWriteArrayList<>();

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                callees.add(String.valueOf(context.callee().address()));
                return next.call(context, request);
            };
        }
    }
}
