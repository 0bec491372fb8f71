package io.quarkiverse.volo.codegen.input;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Patterns that name files, such as <code>billing/*.thrift</code>; they may leave out leading directories. */
public final class FileGlobs {

    private final List<PathMatcher> globs;

    /** @throws java.util.regex.PatternSyntaxException if one is no pattern */
    public FileGlobs(List<String> globs) {
        this.globs = globs.stream().map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList();
    }

    /** Whether one of them names the file. */
    public boolean match(String file) {
        Path path = Path.of(file);
        for (int from = 0; from < path.getNameCount(); from++) {
            Path end = path.subpath(from, path.getNameCount());
            if (globs.stream().anyMatch(glob -> glob.matches(end))) {
                return true;
            }
        }
        return false;
    }
}
