package io.quarkiverse.volo.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** What happens if Thrift files change in a way that breaks those who use them. */
@ConfigGroup
public interface CompatibilityConfig {

    /**
     * The earlier version that Thrift files are compared with: a directory, absolute or relative to the project's; the Maven
     * coordinates `group:artifact:version` of a jar that has them; or `git:` and a branch, a tag or a commit. Without it
     * nothing is compared.
     */
    Optional<String> against();

    /** Whether a change that breaks others fails the build, or is a warning. */
    @WithDefault("fail")
    Level level();

    /**
     * Changes that are accepted, each by the name that its message starts with: a member, such as `User.name`, or a whole type,
     * such as `User`.
     */
    Optional<List<String>> ignore();

    /** What a change that breaks others does to the build. */
    enum Level {
        FAIL,
        WARN
    }
}
