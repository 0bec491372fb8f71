package io.quarkiverse.volo.deployment.compatibility;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/** Where the earlier version of the IDL files is. */
interface EarlierIdl {

    /** The configuration key that says where. */
    String KEY = "quarkus.volo.codegen.compatibility.against";

    /**
     * Makes the files readable.
     *
     * @param temporary an empty directory, which is deleted when the files were compared
     * @return the directories of the files
     * @throws CodeGenException if they cannot be had
     */
    List<Path> fetch(Path temporary) throws CodeGenException, IOException;

    /**
     * As configured: {@code git:<ref>}, the coordinates {@code group:artifact:version} of a jar, or a directory.
     *
     * @param project what a relative directory is relative to
     * @param inputs the directories of the IDL files as they are now
     */
    static EarlierIdl of(String against, Path project, List<Path> inputs) {
        if (against.startsWith(EarlierCommit.PREFIX)) {
            return new EarlierCommit(against.substring(EarlierCommit.PREFIX.length()), project, inputs);
        }
        if (Coordinates.PATTERN.matcher(against).matches()) {
            return new EarlierJar(against, project);
        }
        return new EarlierDirectory(project.resolve(against));
    }

    /** What Maven's coordinates look like; the path of a directory has a slash or fewer colons. */
    final class Coordinates {

        static final Pattern PATTERN = Pattern.compile("[\\w.-]+:[\\w.-]+:[\\w.-]+");

        private Coordinates() {
        }
    }

    /** The configured value is wrong, or what it names cannot be read. */
    static CodeGenException failure(String value, String problem, Exception cause) {
        return new CodeGenException(KEY + ": " + value + ": " + problem, cause);
    }
}
