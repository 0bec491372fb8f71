package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.volo.codegen.CompilerResult;
import io.quarkiverse.volo.deployment.idl.IdlDependencies;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/** A folder of Protobuf files and one for what is generated from them. */
final class ProtoFolder {

    final Path input;
    final Path output;
    private ProtocSource protoc = ProtocSource.of(Optional.empty(), null, Path.of("").toAbsolutePath());
    private boolean messagesByOthers;

    ProtoFolder(Path parent) throws IOException {
        this.input = Files.createDirectories(parent.resolve("proto"));
        this.output = parent.resolve("java");
    }

    ProtoFolder with(String name, String text) throws IOException {
        Path file = input.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    ProtoFolder withAllOf(Path folder) throws IOException {
        for (ProtoFile file : ProtoFile.in(List.of(folder))) {
            with(file.name(), file.text());
        }
        return this;
    }

    ProtoFolder with(ProtocSource other) {
        protoc = other;
        return this;
    }

    ProtoFolder withMessagesByOthers() {
        messagesByOthers = true;
        return this;
    }

    CompilerResult compile() throws CodeGenException {
        return new ProtoCompilation(List.of(input), List.of(), output, IdlDependencies.NONE, protoc, messagesByOthers).run();
    }

    GeneratedJava java() {
        return new GeneratedJava(output);
    }
}
