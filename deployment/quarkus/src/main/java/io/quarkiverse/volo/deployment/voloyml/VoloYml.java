package io.quarkiverse.volo.deployment.voloyml;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.input.Selection.Touch;
import io.quarkiverse.volo.deployment.idl.GitUrl;

/**
 * What a {@code volo.yml} says, as far as it means something in Java.
 *
 * @param entries those of Thrift
 */
record VoloYml(List<Entry> entries) {

    /**
     * Services that Volo generates into one file, which Java does not.
     *
     * @param touchAll whether all that their files define is generated
     * @param dedups names of definitions that several files may have
     */
    record Entry(String name, List<Service> services, boolean touchAll, Set<String> dedups) {
    }

    /**
     * A git repository.
     *
     * @param ref the branch or tag; in use only without a lock
     * @param lock the commit; null if it is left to each build
     * @param place of its name
     */
    record Repo(String name, GitUrl url, String ref, @Nullable String lock, Location place) {
    }

    /**
     * An IDL file; it need not define a service.
     *
     * @param repo where it is; null if it is beside the {@code volo.yml}
     * @param options what of it is generated
     */
    record Service(@Nullable Repo repo, Text path, List<Text> includes, Options options) {
    }

    /**
     * How an IDL file is generated.
     *
     * @param touched definitions that are generated although no service needs them
     * @param noService whether all but services is generated, instead of services and what they need
     * @param keepUnknownFields whether what the file defines keeps the fields that it does not know
     */
    record Options(List<Touch> touched, boolean noService, boolean keepUnknownFields) {

        /** Those of a file that says nothing of them. */
        static final Options NONE = new Options(List.of(), false, false);
    }

    /** A text and where it stands. */
    record Text(String value, Location place) {
    }
}
