package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

import io.quarkus.test.QuarkusUnitTest;

/** An application whose build must fail with a message of ours. */
public final class BuildFailure {

    private BuildFailure() {
    }

    /** @param messages lines or parts of them that the failure must tell */
    public static QuarkusUnitTest of(Class<?>[] classes, String... messages) {
        return TestApplication.of(classes).assertException(tells(messages));
    }

    private static Consumer<Throwable> tells(String... messages) {
        return failure -> {
            StringBuilder told = new StringBuilder();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                told.append(cause).append('\n');
            }
            assertThat(told.toString()).contains(messages);
        };
    }
}
