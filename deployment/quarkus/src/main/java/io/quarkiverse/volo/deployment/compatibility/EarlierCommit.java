package io.quarkiverse.volo.deployment.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.volo.deployment.idl.Git;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * The IDL files in git at a branch, tag or commit: those in the same directories as now, with all others of the repository that
 * they may include.
 */
record EarlierCommit(String ref, Path project, List<Path> inputs) implements EarlierIdl {

    static final String PREFIX = "git:";

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @Override
    public List<Path> fetch(Path temporary) throws CodeGenException, IOException {
        Git git = new Git(KEY + ": " + PREFIX + ref, project, TIMEOUT);
        Path repository = Path.of(git.run("it is in no git repository", "rev-parse", "--show-toplevel")).toRealPath();
        String commit = commit(git);
        List<Path> folders = new ArrayList<>();
        for (Path input : inputs) {
            String folder = folder(repository, input);
            if (git.succeeds("cat-file", "-e", commit + ":" + folder)) {
                folders.add(temporary.resolve(folder));
            }
        }
        if (folders.isEmpty()) {
            throw new CodeGenException(KEY + ": " + PREFIX + ref + ": none of " + inputs + " is in the repository "
                    + repository + " at that commit");
        }
        git.in(repository).extract("no IDL files there", commit, temporary);
        return folders.stream().filter(Files::isDirectory).toList();
    }

    private String commit(Git git) throws CodeGenException {
        if (ref.isEmpty() || ref.startsWith("-")) {
            throw new CodeGenException(KEY + ": " + PREFIX + ref + " (expected: git: and a branch, a tag or a commit)");
        }
        return git.run("unknown ref; a shallow clone does not have all", "rev-parse", "--verify", ref + "^{commit}");
    }

    private static String folder(Path repository, Path input) throws CodeGenException, IOException {
        Path real = input.toRealPath();
        if (!real.startsWith(repository)) {
            throw new CodeGenException(KEY + ": " + input + " (expected: a directory in the repository " + repository + ")");
        }
        return repository.relativize(real).toString().replace('\\', '/');
    }
}
