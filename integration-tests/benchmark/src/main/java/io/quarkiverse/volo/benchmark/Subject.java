package io.quarkiverse.volo.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server in a process of its own, pinned to one core. */
final class Subject implements AutoCloseable {

    private static final String ANNOUNCEMENT = "serving on port ";
    private static final long RETRY_NANOS = 50_000_000;

    private final Process process;
    private final int port;

    private Subject(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What a server prints once it serves. */
    static void announce(int port) {
        System.out.println(ANNOUNCEMENT + port);
    }

    static Subject start(String core, List<String> command) throws IOException {
        Process process = Launch.start(core, command);
        // Not closed: that would close the process' output, and fail it when it writes.
        BufferedReader output = process.inputReader();
        for (String text = output.readLine(); text != null; text = output.readLine()) {
            int at = text.indexOf(ANNOUNCEMENT);
            if (at >= 0) {
                return new Subject(process, Integer.parseInt(text.substring(at + ANNOUNCEMENT.length()).trim()));
            }
        }
        throw new IOException("ended before it served: " + String.join(" ", command));
    }

    /** Starts a server that has been told its port, and waits until it accepts connections there. */
    static Subject start(String core, int port, List<String> command) throws IOException {
        Process process = Launch.start(core, command);
        while (process.isAlive()) {
            try (Socket probe = new Socket("127.0.0.1", port)) {
                return new Subject(process, port);
            } catch (ConnectException e) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
        throw new IOException("ended before it served: " + String.join(" ", command));
    }

    int port() {
        return port;
    }

    /** The CPU time of all its threads so far, user and system: the JIT's and the collector's too. */
    long cpuNanos() {
        return cpuNanos(process.pid());
    }

    static long cpuNanos(long process) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(process), "task"))) {
            return tasks.mapToLong(Subject::cpuNanosOf).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuNanosOf(Path task) {
        try {
            return Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
            // The thread has ended meanwhile.
            return 0;
        }
    }

    @Override
    public void close() {
        // Some servers would wait until their connections have ended.
        process.destroyForcibly();
    }
}
