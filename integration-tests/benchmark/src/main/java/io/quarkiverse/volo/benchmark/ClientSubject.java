package io.quarkiverse.volo.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A client in a process of its own, pinned to one core, which calls when it is told to. */
final class ClientSubject implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ClientSubject(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * @param java the JVM
     * @param command the end of its command line
     */
    static ClientSubject start(String core, String java, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of("taskset", "-c", core, java, "-Xms512m", "-Xmx512m", "-XX:+UseG1GC",
                "-Dio.netty.leakDetection.level=disabled"));
        line.addAll(command);
        ClientSubject subject = new ClientSubject(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(System.getProperty("benchmark.log", "/dev/null"))))
                .start());
        subject.await(ClientCommands.READY);
        return subject;
    }

    /** Lets it call for that long; answers how many replies it got. */
    long run(long nanos) throws IOException {
        process.outputWriter().write(nanos + "\n");
        process.outputWriter().flush();
        return Long.parseLong(await(ClientCommands.REPLIES));
    }

    private String await(String prefix) throws IOException {
        for (String text = output.readLine(); text != null; text = output.readLine()) {
            if (text.startsWith(prefix)) {
                return text.substring(prefix.length());
            }
        }
        throw new IOException("a client ended, see the log " + System.getProperty("benchmark.log"));
    }

    /** The CPU time of all its threads so far, user and system: the JIT's and the collector's too. */
    long cpuNanos() {
        return Subject.cpuNanos(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
