package io.quarkiverse.volo.deployment.idl;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * The program {@code git}, run without a shell. It asks nobody for a password, and speaks no protocols but those of usual
 * addresses.
 *
 * @param subject what messages begin with
 * @param directory where it runs
 * @param timeout how long one command may take
 */
public record Git(String subject, Path directory, Duration timeout) {

    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_SHOWN = 2_000;
    private static final Pattern PASSWORD = Pattern.compile("://[^/@\\s]*@");

    /** The program that git and ssh ask for passwords. */
    private static final String NO_ANSWER = "false";

    /** A build that a hook of git started would have these, and git would work on that repository. */
    private static final List<String> OF_HOOKS = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX",
            "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE");

    private record Result(int code, String output) {

        String shown() {
            String text = PASSWORD.matcher(output.strip()).replaceAll("://...@");
            return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
        }
    }

    /** The same in another directory. */
    public Git in(Path other) {
        return new Git(subject, other, timeout);
    }

    /**
     * What a command prints, without white space around it.
     *
     * @param problem what it means if the command fails
     * @throws CodeGenException if it fails, with what git says
     */
    public String run(String problem, String... arguments) throws CodeGenException {
        Result result = execute(arguments);
        if (result.code() != 0) {
            throw new CodeGenException(
                    subject + ": " + problem + " (in " + directory + ", git says: " + result.shown() + ")");
        }
        return result.output().strip();
    }

    /**
     * Writes the IDL files of a commit below a directory.
     *
     * @param problem what it means if git fails
     */
    public void extract(String problem, String commit, Path directory) throws CodeGenException, IOException {
        Path archive = Files.createTempFile("volo-idl-", ".zip");
        try {
            run(problem, "archive", "--format=zip", "--output=" + archive, commit, "--", "*.thrift");
            ThriftArchive.extract(archive, directory);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    /** @throws CodeGenException if git cannot be run, or does not end */
    public boolean succeeds(String... arguments) throws CodeGenException {
        return execute(arguments).code() == 0;
    }

    private Result execute(String... arguments) throws CodeGenException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("volo-git-", ".txt");
            try {
                return execute(command, output.toFile());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException failure) {
            throw new CodeGenException(subject + ": git cannot be run: " + failure.getMessage(), failure);
        }
    }

    /** Through a file: a program whose output nobody reads would wait for ever. */
    private Result execute(List<String> command, File output) throws CodeGenException, IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output);
        quiet(builder.environment());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CodeGenException(subject + ": git " + command.get(1) + " has not ended after "
                        + timeout.toMillis() + " ms");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CodeGenException(subject + ": interrupted", interrupted);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (output.length() > MOST_BYTES) {
            throw new CodeGenException(subject + ": git " + command.get(1) + " prints " + output.length()
                    + " bytes (expected: at most " + MOST_BYTES + ")");
        }
        return new Result(process.exitValue(), Files.readString(output.toPath()));
    }

    private static void quiet(Map<String, String> environment) {
        OF_HOOKS.forEach(environment::remove);
        environment.put("LC_ALL", "C");
        environment.put("GIT_ALLOW_PROTOCOL", "https:http:ssh:file");
        // Nobody sits at a build to type a password, and one that waits for it would seem to hang.
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ASKPASS", NO_ANSWER);
        environment.put("SSH_ASKPASS", NO_ANSWER);
        environment.put("SSH_ASKPASS_REQUIRE", "force");
        environment.put("GCM_INTERACTIVE", "never");
    }
}
