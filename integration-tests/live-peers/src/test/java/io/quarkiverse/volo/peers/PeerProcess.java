package io.quarkiverse.volo.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the programs of Go and Rust, and ends them. What they log is in target/live-peers. */
final class PeerProcess implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "live-peers");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;

    private PeerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A server, once it listens. It lasts until it is closed, or until this JVM ends: with it ends its standard input. */
    static PeerProcess server(Language language, boolean mux) {
        String name = language + (mux ? "-mux" : "") + "-server";
        List<String> command = new ArrayList<>(List.of(program(language).toString(), "server", "--port", "0"));
        if (mux) {
            command.add("--mux");
        }
        Process process = start(new ProcessBuilder(command).redirectError(log(name).toFile()));
        try {
            return new PeerProcess(process, port(process, name));
        } catch (RuntimeException e) {
            end(process);
            throw e;
        }
    }

    private static int port(Process process, String name) {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> firstLine(output));
        try {
            String said = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!said.startsWith("LISTENING ")) {
                throw new IllegalStateException(name + ": '" + said + "' (expected: LISTENING <port>); see " + log(name));
            }
            return Integer.parseInt(said.substring("LISTENING ".length()));
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException(name + ": does not listen; see " + log(name), e);
        }
    }

    private static String firstLine(BufferedReader output) {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Runs a client to its end. */
    static List<Outcome> client(Cell cell, int port) {
        String name = cell.client() + "-to-" + cell.server() + "-" + cell.wire().name().toLowerCase(Locale.ROOT);
        List<String> command = new ArrayList<>(List.of(program(cell.client()).toString(), "client",
                "--address", "127.0.0.1:" + port, "--transport", cell.wire().transport()));
        if (cell.wire().muxClient()) {
            command.add("--mux");
        }
        Path output = LOGS.resolve(name + ".out");
        Process process = start(
                new ProcessBuilder(command).redirectError(log(name).toFile()).redirectOutput(output.toFile()));
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + ": not done within " + PATIENCE_SECONDS + " s; see " + output);
            }
            // 1: checks failed, as their lines tell.
            if (process.exitValue() > 1) {
                throw new IllegalStateException(name + ": exit code " + process.exitValue() + "; see " + log(name));
            }
            return Files.readAllLines(output).stream().map(Outcome::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(name + ": interrupted", e);
        } finally {
            end(process);
        }
    }

    /** Ends the server, and returns when it has ended. */
    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            Files.createDirectories(LOGS);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path program(Language language) {
        Path program = Path.of(System.getProperty("peers.directory"), language + "-peer");
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(program + ": not there (expected: what scripts/live-peers builds)");
        }
        return program;
    }

    private static Path log(String name) {
        return LOGS.resolve(name + ".log");
    }
}
