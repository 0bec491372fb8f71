package io.quarkiverse.volo.deployment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.deployment.idl.GitCache;
import io.quarkiverse.volo.deployment.idl.IdlDependencies;
import io.quarkiverse.volo.runtime.config.CodegenConfig;
import io.quarkiverse.volo.runtime.config.GitConfig;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.runtime.configuration.DurationConverter;

/**
 * Where IDL files come from besides the directories of the project.
 *
 * @param project a folder from which a {@code volo.yml} is looked for upwards; null if none is used
 * @param askAgain whether repositories without a lock are asked for their commit, instead of taking what is known from earlier
 */
record IdlSources(@Nullable Path project, GitCache cache, IdlDependencies dependencies, boolean askAgain) {

    private static final String PREFIX = "quarkus.volo.codegen.";
    private static final String TIMEOUT = PREFIX + "git.timeout";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

    /** Nothing comes from elsewhere. */
    static IdlSources none() {
        return new IdlSources(null, cache(Optional.empty(), DEFAULT_TIMEOUT, true), IdlDependencies.NONE, false);
    }

    /** As configured, before Quarkus has read the configuration into types. */
    static IdlSources of(Config config, @Nullable ApplicationModel model) throws CodeGenException {
        Optional<String> timeout = config.getOptionalValue(TIMEOUT, String.class);
        GitCache cache = cache(config.getOptionalValue(PREFIX + "git.cache", String.class),
                timeout.isPresent() ? timeout(timeout.get()) : DEFAULT_TIMEOUT,
                config.getOptionalValue(PREFIX + "git.offline", Boolean.class).orElse(false));
        IdlDependencies dependencies = IdlDependencies.of(model,
                config.getOptionalValues(PREFIX + "scan-for-idl", String.class).orElse(List.of("none")),
                config.getOptionalValues(PREFIX + "scan-for-imports", String.class).orElse(List.of("all")));
        return new IdlSources(null, cache, dependencies, true);
    }

    /** As configured, for dev mode: it compiles before each call, and must not ask repositories each time. */
    static IdlSources of(CodegenConfig config, @Nullable ApplicationModel model) throws CodeGenException {
        GitConfig git = config.git();
        return new IdlSources(null, cache(git.cache(), checked(git.timeout(), git.timeout().toString()), git.offline()),
                IdlDependencies.of(model, config.scanForIdl(), config.scanForImports()), false);
    }

    private static Duration timeout(String text) throws CodeGenException {
        try {
            return checked(DurationConverter.parseDuration(text), text);
        } catch (IllegalArgumentException wrong) {
            throw new CodeGenException(TIMEOUT + ": " + text + " (expected: a time, such as 60s)", wrong);
        }
    }

    private static Duration checked(@Nullable Duration timeout, String text) throws CodeGenException {
        if (timeout == null || timeout.compareTo(Duration.ofMillis(1)) < 0) {
            throw new CodeGenException(TIMEOUT + ": " + text + " (expected: at least 1 ms)");
        }
        return timeout;
    }

    private static GitCache cache(Optional<String> directory, Duration timeout, boolean offline) {
        Path folder = directory.isPresent() ? Path.of(directory.get())
                : Path.of(System.getProperty("user.home"), ".cache", "quarkus-volo");
        return new GitCache(folder.toAbsolutePath().normalize(), timeout, offline);
    }

    /** The same with a {@code volo.yml} beside the build file of a module. */
    IdlSources inProjectOf(Path folder) {
        return new IdlSources(folder, cache, dependencies, askAgain);
    }

    /** For the IDL of tests: they may include what dependencies have, and compile nothing but their own. */
    IdlSources ofTests() {
        return new IdlSources(null, cache, new IdlDependencies(List.of(), dependencies.all()), askAgain);
    }
}
