package io.quarkiverse.volo.deployment;

import java.util.Collection;

import jakarta.enterprise.inject.spi.DeploymentException;

/** What is wrong with an application is told at once, a line each, so that nobody has to build it once per problem. */
final class Problems {

    private Problems() {
    }

    /** Ends the build if there are any, in the order in which they are handed over. */
    static void refuse(Collection<String> problems) {
        if (!problems.isEmpty()) {
            throw new DeploymentException(String.join("\n", problems));
        }
    }
}
