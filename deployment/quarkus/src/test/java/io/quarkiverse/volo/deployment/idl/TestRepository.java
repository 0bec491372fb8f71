package io.quarkiverse.volo.deployment.idl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository of a test's own, on this machine. */
public final class TestRepository {

    private final Path directory;

    /** An empty one, on the branch main. */
    public TestRepository(Path directory) throws Exception {
        this.directory = Files.createDirectories(directory);
        git("init", "-q");
        git("symbolic-ref", "HEAD", "refs/heads/main");
    }

    public Path directory() {
        return directory;
    }

    public String url() {
        return "file://" + directory.toAbsolutePath();
    }

    public TestRepository with(String file, String text) throws Exception {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** The name of the commit. */
    public String commit() throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", "change");
        return git("rev-parse", "HEAD");
    }

    public String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
        return output.strip();
    }
}
