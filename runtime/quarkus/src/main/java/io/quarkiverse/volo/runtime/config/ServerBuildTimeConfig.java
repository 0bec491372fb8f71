package io.quarkiverse.volo.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;

/** What is decided about the server when the application is built. */
@ConfigGroup
public interface ServerBuildTimeConfig {

    /**
     * The service that answers where several services have a method of the same name and a request does not say whose it means:
     * its name in the IDL. Only TTHeader has room to say it. Without a default service, the build fails if methods share a
     * name.
     */
    Optional<String> defaultService();
}
