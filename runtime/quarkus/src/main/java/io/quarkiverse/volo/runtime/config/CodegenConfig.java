package io.quarkiverse.volo.runtime.config;

import java.util.List;
import java.util.Optional;

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

    /** The directory of the Protobuf files below `src/main` and `src/test`. */
    @WithDefault("proto")
    String protoDirectory();

    /**
     * The path of protoc, the compiler of Protobuf's messages; a relative one counts from the directory of the build file. If
     * it is not set, it is the application's dependency `com.google.protobuf:protoc`, type `exe`, with the classifier of this
     * machine; if there is none either, that artifact is fetched by Maven in the version of protobuf-java. Nothing of this
     * happens without a Protobuf file.
     */
    Optional<String> protocPath();

    /**
     * Whose rules Thrift files must keep: with `off` everything compiles that Apache's compiler, Pilota or thriftgo takes; with
     * `apache` what Apache's compiler 0.17 refuses is an error, for files that others compile with it.
     */
    @WithDefault("off")
    Strictness strict();

    /**
     * What absent fields are that are not `required`: with `implicit` their default, which is always written; with `explicit`
     * null, which is not written, for proxies that must write what they read. Files, structs and fields that are annotated
     * `volo.presence` keep to that.
     */
    @WithDefault("implicit")
    Presence presence();

    /**
     * The Thrift files whose structs, unions and exceptions keep fields and enum numbers that they do not know, to write them
     * again: `true` for all, or globs such as `user.thrift,billing/*.thrift`, which may leave out leading directories. The
     * annotation `volo.keep_unknown_fields` of a struct says it for that struct.
     */
    @WithDefault("false")
    List<String> keepUnknownFields();

    /**
     * The dependencies whose Thrift files are compiled: `none`, `all`, or `group:artifact` of each one, separated by commas.
     * Their files are below `META-INF/volo` in the jar, else below `thrift`, else below `src/main/thrift`, else anywhere.
     */
    @WithDefault("none")
    List<String> scanForIdl();

    /**
     * The dependencies whose Thrift files may be included, and Protobuf files imported, by their path: `all`, `none`, or
     * `group:artifact` of each one, separated by commas. They are looked into when such a file is in no directory. Nothing is
     * generated for these files; the dependency has the Java.
     */
    @WithDefault("all")
    List<String> scanForImports();

    /** How files are fetched that a `volo.yml` names in git repositories. */
    GitConfig git();

    /** What happens if Thrift files change in a way that breaks those who use them. */
    CompatibilityConfig compatibility();

    /** What absent fields are. */
    enum Presence {
        IMPLICIT,
        EXPLICIT
    }

    /** Whose rules Thrift files must keep. */
    enum Strictness {
        OFF,
        APACHE
    }
}
