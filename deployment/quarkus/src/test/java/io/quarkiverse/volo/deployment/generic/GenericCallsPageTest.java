package io.quarkiverse.volo.deployment.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.acme.shop.Mood;
import org.acme.shop.User;
import org.acme.shop.UserService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.dynamic.DynamicException;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** What docs/generic-calls.md says of calls: its service is the one below, its results are those of the tests. */
class GenericCallsPageTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addPackage(User.class.getPackage())
                    .addClasses(TestApplication.class, Anything.class))
            .overrideRuntimeConfigKey("quarkus.volo.clients.users.timeout", "30s");

    @VoloClient("users")
    GenericClient generic;

    @VoloClient("users")
    UserService.Blocking users;

    @Test
    void thePageShowsTheServiceOfThisTest() throws IOException {
        String test = Files.readString(
                Path.of("src/test/java/io/quarkiverse/volo/deployment/generic/GenericCallsPageTest.java"));
        String service = test.substring(test.lastIndexOf("        @Override"), test.lastIndexOf("    }\n"))
                .replaceAll("(?m)^ {4}", "");
        assertThat(Files.readString(Path.of("../../docs/generic-calls.md"))).contains(service);
    }

    @Test
    void callsByName() {
        assertThat(generic.call("UserService", "find", Map.of("id", 7)).await().atMost(Duration.ofSeconds(30)))
                .isEqualTo(Map.of("id", 7L, "name", "Ann", "mood", "HAPPY"));
        assertThat(generic.callJson("UserService", "find", "{\"id\": 7}").await().atMost(Duration.ofSeconds(30)))
                .isEqualTo("{\"id\":7,\"name\":\"Ann\",\"mood\":\"HAPPY\"}");
        assertThat(generic.await("UserService", "find", Map.of("id", 7)).toString()).contains("id=7, name=Ann, mood=HAPPY");
        assertThat(generic.awaitJson("UserService", "save", "{\"user\": {\"id\": 7}}")).isEqualTo("null");
        assertThat(users.find(7)).isEqualTo(User.builder().id(7L).name("Ann").mood(Mood.HAPPY).build());
    }

    @Test
    void tellsWhatIsWrong() {
        assertThatThrownBy(() -> generic.await("UserService", "find", Map.of("id", 0)))
                .isInstanceOfSatisfying(DynamicException.class, failure -> {
                    assertThat(failure.name()).isEqualTo("Refused");
                    assertThat(failure.values()).isEqualTo(Map.of("reason", "there is no user 0"));
                });
        assertThatThrownBy(() -> generic.await("UserServce", "find", Map.of()))
                .hasMessage("service 'UserServce' (expected: UserService; did you mean 'UserService'?)");
        assertThatThrownBy(() -> generic.await("UserService", "fnd", Map.of()))
                .hasMessage("method of UserService: 'fnd' (expected: one of find, save; did you mean 'find'?)");
        assertThatThrownBy(() -> generic.await("UserService", "save", Map.of("user", Map.of())))
                .hasMessage("$.user.id: nothing (expected: i64, as it is required)");
    }

    @VoloService(UserService.class)
    public static class Anything implements GenericService {

        @Override
        public Uni<Object> call(MethodDescriptor method, Map<String, Object> arguments) {
            if (method.name().equals("save")) {
                return Uni.createFrom().nullItem();
            }
            if (arguments.get("id").equals(0L)) {
                throw new DynamicException("Refused", Map.of("reason", "there is no user 0"));
            }
            return Uni.createFrom().item(Map.of("id", arguments.get("id"), "name", "Ann", "mood", "HAPPY"));
        }
    }
}
