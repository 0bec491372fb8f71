package io.quarkiverse.volo.codegen.input;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder of IDL files that came from elsewhere, a commit of a git repository or a jar. What its files include is there, too:
 * no include leads out of it but to another origin.
 *
 * @param directory the folder
 * @param name what messages put before the path of a file in it, such as {@code org.acme:api:1.0!/}
 * @param includes folders in it that are searched for included files after the including file's and the folder itself
 * @param alias the path that files of other origins may put before the paths of its files; empty for none
 * @param importOnly whether its files are only included, as the Java for them is elsewhere
 */
public record Origin(Path directory, String name, List<Path> includes, String alias, boolean importOnly) {

    public Origin {
        directory = directory.toAbsolutePath().normalize();
        includes = includes.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
    }
}
