package io.quarkiverse.volo.runtime.config;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is fixed when the application is built. */
@ConfigMapping(prefix = "quarkus.volo")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface VoloBuildTimeConfig {

    /** How Java is generated from IDL files. */
    CodegenConfig codegen();

    /** What is decided about the server when the application is built. */
    ServerBuildTimeConfig server();

    /**
     * When a call that is served has an active CDI request context: `auto` gives it one if the service bean, or a bean or
     * interceptor that it depends on, is request-scoped or looks beans up by program; `always` gives one to every call.
     */
    @WithDefault("auto")
    RequestContextActivation requestContext();

    /** When a call that is served has an active CDI request context. */
    enum RequestContextActivation {
        AUTO,
        ALWAYS
    }
}
