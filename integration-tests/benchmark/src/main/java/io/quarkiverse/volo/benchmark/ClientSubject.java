package io.quarkiverse.volo.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** A client in a process of its own, pinned to one core, which calls when it is told to. */
final class ClientSubject implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ClientSubject(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ClientSubject start(String core, List<String> command) throws IOException {
        ClientSubject subject = new ClientSubject(Launch.start(core, command));
        subject.await(ClientCommands.READY);
        return subject;
    }

    /** To have it call that server, which is the other end. */
    Rounds.Measurement calling(Subject server) {
        return nanos -> {
            long start = System.nanoTime();
            long clientBefore = cpuNanos();
            long serverBefore = server.cpuNanos();
            long replies = run(nanos);
            return new Sample(cpuNanos() - clientBefore,
                    new Load.Result(replies, System.nanoTime() - start, server.cpuNanos() - serverBefore));
        };
    }

    /** Lets it call for that long; answers how many replies it got. */
    private long run(long nanos) throws IOException {
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
    private long cpuNanos() {
        return Subject.cpuNanos(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
