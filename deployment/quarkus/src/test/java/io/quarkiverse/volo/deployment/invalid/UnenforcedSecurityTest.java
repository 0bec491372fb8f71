package io.quarkiverse.volo.deployment.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.security.Authenticated;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class UnenforcedSecurityTest {

    private static final String IN_TEST = UnenforcedSecurityTest.class.getName() + "$";
    private static final String EXPECTED = " is enforced by nobody (expected: the extension io.quarkus:quarkus-security, or one that brings it,"
            + " such as quarkus-oidc)";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(Base.class, Guarded.class, NoService.class)
            .assertException(failure -> assertThat(failure).hasMessageContainingAll(
                    IN_TEST + "Guarded: @Authenticated" + EXPECTED,
                    IN_TEST + "Guarded.hello: @RolesAllowed" + EXPECTED,
                    IN_TEST + "Base.open: @PermitAll" + EXPECTED)
                    .hasMessageNotContaining("DenyAll"));

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    public static class Base {

        @PermitAll
        public void open() {
        }
    }

    @VoloService
    @Authenticated
    public static class Guarded extends Base implements HelloService {

        @Override
        @RolesAllowed("keeper")
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().item(new HelloResponse("never"));
        }
    }

    /** Not ours to judge. */
    @Singleton
    public static class NoService {

        @DenyAll
        public void never() {
        }
    }
}
