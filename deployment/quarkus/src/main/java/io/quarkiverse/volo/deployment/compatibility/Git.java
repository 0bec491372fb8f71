package io.quarkiverse.volo.deployment.compatibility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * The program {@code git}, run without a shell.
 *
 * @param value as configured, for messages
 * @param directory where it runs
 */
record Git(String value, Path directory) {

    private static final int SECONDS = 60;
    private static final int MOST_SHOWN = 2_000;

    private record Result(int code, String output) {
    }

    Git in(Path other) {
        return new Git(value, other);
    }

    /**
     * What a command prints.
     *
     * @param problem what it means if the command fails
     */
    String run(String problem, String... arguments) throws CodeGenException {
        Result result = execute(arguments);
        if (result.code() != 0) {
            throw new CodeGenException(EarlierIdl.KEY + ": " + value + ": " + problem + " (in " + directory + ", git says: "
                    + result.output() + ")");
        }
        return result.output();
    }

    boolean succeeds(String... arguments) throws CodeGenException {
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
            throw EarlierIdl.failure(value, "git cannot be run: " + failure.getMessage(), failure);
        }
    }

    /** Through a file: a program whose output nobody reads would wait for ever. */
    private Result execute(List<String> command, File output) throws CodeGenException, IOException {
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new CodeGenException(EarlierIdl.KEY + ": " + value + ": " + String.join(" ", command)
                        + " has not ended after " + SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw EarlierIdl.failure(value, "interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output.toPath()).strip();
        return new Result(process.exitValue(), text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...");
    }
}
