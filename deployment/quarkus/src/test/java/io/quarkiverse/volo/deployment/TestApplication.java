package io.quarkiverse.volo.deployment;

import org.acme.hello.HelloService;

import io.quarkus.test.QuarkusUnitTest;

/** An application of the hello service and some classes of the test's. */
public final class TestApplication {

    private TestApplication() {
    }

    public static QuarkusUnitTest of(Class<?>... classes) {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar
                .addPackage(HelloService.class.getPackage())
                .addClasses(TestApplication.class, RawConnection.class)
                .addClasses(classes));
    }

    /** One that calls by its client {@code hello}: a cold start on a busy machine takes longer than the second of a call. */
    public static QuarkusUnitTest calling(Class<?>... classes) {
        return of(classes).overrideRuntimeConfigKey("quarkus.volo.clients.hello.timeout", "30s");
    }
}
