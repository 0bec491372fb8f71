package io.quarkiverse.volo.deployment.idl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * The IDL files of commits in git repositories, fetched once for all projects of a user. What is in it never changes, and
 * appears at once when it is complete: any number of builds may use it at the same time.
 *
 * @param directory where the files are kept
 * @param timeout how long one command of git may take
 * @param offline whether what is not there is an error instead of being fetched
 */
public record GitCache(Path directory, Duration timeout, boolean offline) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String LINK = "120000 ";

    /** Whether this is the full name of a commit. */
    public static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    /**
     * The folder with the IDL files of a commit; it is fetched if it is not there.
     *
     * @param commit its full name
     * @throws CodeGenException if it cannot be fetched
     */
    public Path files(GitUrl url, String commit) throws CodeGenException, IOException {
        Path repository = home(url);
        Path home = repository.resolve(commit);
        if (Files.isDirectory(home)) {
            return home.toRealPath();
        }
        if (offline) {
            throw new CodeGenException(url + ": commit " + commit + " is not in " + directory
                    + ", and quarkus.volo.codegen.git.offline=true");
        }
        Files.createDirectories(repository);
        Path temporary = Files.createTempDirectory(repository, ".fetching-");
        try {
            Temporary.complete(fetch(url, commit, temporary), home);
        } finally {
            Temporary.delete(temporary);
        }
        return home.toRealPath();
    }

    private Path fetch(GitUrl url, String commit, Path temporary) throws CodeGenException, IOException {
        Path files = Files.createDirectory(temporary.resolve("files"));
        Git git = new Git(url.toString(), Files.createDirectory(temporary.resolve("repository")), timeout);
        git.run("no repository can be made", "init", "--quiet", "--bare", "--template=");
        git.run("commit " + commit + " cannot be fetched", "fetch", "--quiet", "--depth=1", "--no-tags", "--", url.text(),
                commit);
        git.extract("commit " + commit + " has no .thrift files", commit, files);
        removeLinks(git.run("commit " + commit + " cannot be listed", "ls-tree", "-r", "-z", "--full-tree", commit), files);
        return files;
    }

    /** A link is in the archive as a file with the link's target for its text. */
    private static void removeLinks(String tree, Path files) throws IOException {
        for (String entry : tree.split("\0", -1)) {
            if (entry.startsWith(LINK) && entry.endsWith(".thrift")) {
                Files.deleteIfExists(files.resolve(entry.substring(entry.indexOf('\t') + 1)));
            }
        }
    }

    /**
     * The commit that a branch or tag stands for.
     *
     * @param again whether to ask the repository although the answer is known from an earlier time
     * @throws CodeGenException if there is none, or the repository cannot be asked
     */
    public String resolve(GitUrl url, String ref, boolean again) throws CodeGenException, IOException {
        Path folder = home(url).resolve("refs");
        Path known = folder.resolve(HexFormat.of().formatHex(ref.getBytes(StandardCharsets.UTF_8)));
        Optional<String> earlier = read(known);
        if (earlier.isPresent() && (offline || !again)) {
            return earlier.get();
        }
        if (offline) {
            throw new CodeGenException(
                    url + ": the commit of " + ref + " is not known, and quarkus.volo.codegen.git.offline=true");
        }
        Files.createDirectories(folder);
        Git git = new Git(url.toString(), folder, timeout);
        String commit = only(url, ref, git.run("cannot be asked for " + ref, "ls-remote", "--quiet", "--", url.text(), ref,
                ref + "^{}"));
        Path temporary = Files.createTempFile(folder, ".ref-", "");
        Files.writeString(temporary, commit);
        Files.move(temporary, known, StandardCopyOption.ATOMIC_MOVE);
        return commit;
    }

    private static Optional<String> read(Path known) throws IOException {
        try {
            return Optional.of(Files.readString(known)).filter(GitCache::isCommit);
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        }
    }

    /** Git also lists refs that only end in the same words. */
    private static String only(GitUrl url, String ref, String lines) throws CodeGenException {
        Map<String, String> commits = new LinkedHashMap<>();
        for (String line : lines.lines().toList()) {
            String[] parts = line.split("\t", 2);
            String name = parts.length < 2 ? "" : parts[1];
            if (isCommit(parts[0]) && List.of(ref, "refs/heads/" + ref, "refs/tags/" + ref).contains(peeled(name))) {
                // The commit that an annotated tag points to comes after the tag itself.
                commits.put(peeled(name), parts[0]);
            }
        }
        if (commits.isEmpty()) {
            throw new CodeGenException(url + ": ref: " + ref + " (expected: a branch or tag of it)");
        }
        if (commits.size() > 1) {
            throw new CodeGenException(
                    url + ": ref: " + ref + " (expected: one of " + String.join(", ", commits.keySet()) + ")");
        }
        return commits.values().iterator().next();
    }

    private static String peeled(String name) {
        return name.endsWith("^{}") ? name.substring(0, name.length() - 3) : name;
    }

    private Path home(GitUrl url) {
        return directory.resolve("git").resolve(url.folder());
    }
}
