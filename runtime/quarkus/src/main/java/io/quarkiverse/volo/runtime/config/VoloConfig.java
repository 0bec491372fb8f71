package io.quarkiverse.volo.runtime.config;

import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;

/** What is read when the application starts. */
@ConfigMapping(prefix = "quarkus.volo")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface VoloConfig {

    /** What this application calls itself towards those that it calls. */
    @WithDefault("${quarkus.application.name:}")
    @ConfigDocDefault("the value of `quarkus.application.name`")
    Optional<String> applicationName();

    /** The server for all services of the application. */
    ServerConfig server();

    /** The clients by name: the name in `@VoloClient`, else that of the annotated field or parameter. */
    @WithDefaults
    @ConfigDocMapKey("client-name")
    Map<String, ClientConfig> clients();
}
