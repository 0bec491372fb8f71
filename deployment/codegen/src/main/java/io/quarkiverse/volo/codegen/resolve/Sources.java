package io.quarkiverse.volo.codegen.resolve;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.input.Origins;
import io.quarkiverse.volo.codegen.syntax.Dialect;

/**
 * Where IDL files are.
 *
 * @param root the input directory; messages name files relative to it
 * @param files the files to generate code for
 * @param includeDirectories searched for included files after the including file's directory and the root
 * @param dialect whose rules the files must keep
 * @param origins where files come from that are in neither of the directories
 * @param dedups names of definitions that several files of one Java package may have
 * @param explicitPresence whether absence is told from a default where the files do not say
 */
public record Sources(Path root, List<Path> files, List<Path> includeDirectories, Dialect dialect, Origins origins,
        Set<String> dedups, boolean explicitPresence) {

    public Sources {
        root = root.toAbsolutePath().normalize();
        files = files.stream().map(file -> file.toAbsolutePath().normalize()).sorted().distinct().toList();
        includeDirectories = includeDirectories.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
        dedups = Set.copyOf(dedups);
    }

    /** All files are in directories. */
    public Sources(Path root, List<Path> files, List<Path> includeDirectories, Dialect dialect) {
        this(root, files, includeDirectories, dialect, Origins.none(), Set.of(), false);
    }

    /** As messages name a file: relative to the root if it lies below, with slashes. */
    public String shown(Path file) {
        return file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : origins.shown(file);
    }
}
