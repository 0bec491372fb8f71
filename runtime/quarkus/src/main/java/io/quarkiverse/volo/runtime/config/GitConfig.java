package io.quarkiverse.volo.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** How IDL files are fetched that a `volo.yml` names in git repositories. */
@ConfigGroup
public interface GitConfig {

    /**
     * The directory that keeps what was fetched, for all projects: absolute, or relative to where the build is started. By
     * default `.cache/quarkus-volo` in the user's home. It may be deleted at any time.
     */
    Optional<String> cache();

    /** How long one command of git may take. */
    @WithDefault("60s")
    Duration timeout();

    /** Never asks a repository: a commit that was not fetched before is an error. */
    @WithDefault("false")
    boolean offline();
}
