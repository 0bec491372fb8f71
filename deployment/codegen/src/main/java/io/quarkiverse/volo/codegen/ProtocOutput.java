package io.quarkiverse.volo.codegen;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;

/**
 * What protoc has made of Protobuf files.
 *
 * @param descriptorSet the file with all imports and the source information
 * @param files the files that were asked for, as the set names them
 * @param messages the directory with the Java of their messages; null if somebody else, such as quarkus-grpc, generates it,
 *        and types with the names of services, too
 * @param warnings what protoc says of files that are not wrong
 */
public record ProtocOutput(Path descriptorSet, Set<String> files, @Nullable Path messages, List<Diagnostic> warnings) {

    public ProtocOutput {
        files = new TreeSet<>(files);
        warnings = List.copyOf(warnings);
    }
}
