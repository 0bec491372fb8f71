package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.ProtoCompiler;

/**
 * A Protobuf file.
 *
 * @param name as imports name it
 */
record ProtoFile(String name, String text) {

    /** Bytes that are no UTF-8 are protoc's to complain about. */
    static ProtoFile of(String name, byte[] bytes) {
        return new ProtoFile(name, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Those of directories; of two with one name the first counts, as for protoc. */
    static List<ProtoFile> in(List<Path> directories) throws IOException {
        Set<String> names = new HashSet<>();
        List<ProtoFile> files = new ArrayList<>();
        for (Path directory : directories) {
            for (Path path : ProtoCompiler.filesBelow(directory)) {
                String name = directory.relativize(path).toString().replace('\\', '/');
                if (names.add(name)) {
                    files.add(of(name, Files.readAllBytes(path)));
                }
            }
        }
        return files;
    }

    List<ProtoImport> imports() {
        return ProtoImport.of(name, text);
    }
}
