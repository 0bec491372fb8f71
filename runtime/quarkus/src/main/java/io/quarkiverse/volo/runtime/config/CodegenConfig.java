package io.quarkiverse.volo.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** How Java is generated from IDL files, before the application is compiled. */
@ConfigGroup
public interface CodegenConfig {

    /** Generates nothing; for builds that generate elsewhere, or bring the generated code in a dependency. */
    @WithDefault("false")
    boolean skip();

    /** The directory of the Thrift files below `src/main` and `src/test`. */
    @WithDefault("thrift")
    String thriftDirectory();

    /**
     * Whose rules Thrift files must keep: with `off` everything compiles that Apache's compiler, Pilota or thriftgo takes; with
     * `apache` what Apache's compiler 0.17 refuses is an error, for files that others compile with it.
     */
    @WithDefault("off")
    Strictness strict();

    /** What happens if Thrift files change in a way that breaks those who use them. */
    CompatibilityConfig compatibility();

    /** Whose rules Thrift files must keep. */
    enum Strictness {
        OFF,
        APACHE
    }
}
