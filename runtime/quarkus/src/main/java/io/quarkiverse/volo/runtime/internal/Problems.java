package io.quarkiverse.volo.runtime.internal;

import java.util.Collection;

import io.quarkus.runtime.configuration.ConfigurationException;

/** What is wrong with a configuration is told at once, a line each, so that nobody has to start once per problem. */
final class Problems {

    private Problems() {
    }

    /** Ends the start if there are any, in the order in which they are handed over. */
    static void refuse(Collection<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
    }
}
