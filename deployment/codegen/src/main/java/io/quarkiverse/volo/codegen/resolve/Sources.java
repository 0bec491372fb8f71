package io.quarkiverse.volo.codegen.resolve;

import java.nio.file.Path;
import java.util.List;

import io.quarkiverse.volo.codegen.syntax.Dialect;

/**
 * Where IDL files are.
 *
 * @param root the input directory; messages name files relative to it
 * @param files the files to generate code for
 * @param includeDirectories searched for included files after the including file's directory and the root
 * @param dialect whose rules the files must keep
 */
public record Sources(Path root, List<Path> files, List<Path> includeDirectories, Dialect dialect) {

    public Sources {
        root = root.toAbsolutePath().normalize();
        files = files.stream().map(file -> file.toAbsolutePath().normalize()).sorted().distinct().toList();
        includeDirectories = includeDirectories.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
    }

    /** As messages name a file: relative to the root if it lies below, with slashes. */
    String shown(Path file) {
        Path shown = file.startsWith(root) ? root.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
