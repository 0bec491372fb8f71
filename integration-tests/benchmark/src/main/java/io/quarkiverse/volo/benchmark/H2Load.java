package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generator of gRPC's load: nghttp2's {@code h2load}, which sends a prepared body on many streams. It counts the bytes of
 * all replies: one that is missing, too short or an error fails the run.
 */
final class H2Load {

    private static final long FIRST_CALLS = 200;
    private static final double MICROS = 1e3;
    private static final double TICK_NANOS = 1e9 / 100;
    private static final Pattern FINISHED = Pattern.compile("finished in ([0-9.]+)(us|ms|s|m|h)");
    private static final Pattern REQUESTS = Pattern.compile("requests: .* ([0-9]+) succeeded, ([0-9]+) failed");
    private static final Pattern DATA = Pattern.compile("\\(([0-9]+)\\) data");
    /** Of what {@code /proc/self/stat} tells after the command's name: the user and system time of children that ended. */
    private static final int ENDED_CHILDREN = 13;

    private final FlowCall call;
    private final Path body;
    private final int port;
    private final int connections;
    private final int streams;
    private double callsPerNano;

    /** @param streams how many calls are under way on each connection */
    H2Load(FlowCall call, int port, int connections, int streams) throws IOException {
        this.call = call;
        this.port = port;
        this.connections = connections;
        this.streams = streams;
        body = Files.createTempFile("benchmark", ".body");
        body.toFile().deleteOnExit();
        Files.write(body, call.body());
    }

    /** Calls for about that long. */
    Load.Result run(long nanos) throws IOException {
        long calls = Math.max((long) (callsPerNano * nanos), Math.min(FIRST_CALLS, call.fewest()));
        double cpuBefore = endedChildrenNanos();
        String output = h2load(calls);
        long took = check(output, calls);
        callsPerNano = (double) calls / took;
        return new Load.Result(calls * call.messages(), took, (long) (endedChildrenNanos() - cpuBefore));
    }

    private String h2load(long calls) throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", WireBenchmark.OTHER_CORE, "h2load", "-t", "1",
                // Windows of 1 MiB for a stream and 4 MiB for a connection.
                "-w", "20", "-W", "22", "-n", String.valueOf(calls),
                "-c", String.valueOf(connections), "-m", String.valueOf(streams), "-d", body.toString(),
                "-H", "content-type: application/grpc", "-H", "te: trailers",
                "http://127.0.0.1:" + port + "/" + FlowMethods.SERVICE + "/" + call.method()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("h2load failed: " + output);
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return output;
    }

    /** @return how many nanoseconds it took */
    private long check(String output, long calls) throws IOException {
        Matcher requests = find(REQUESTS, output);
        long bytes = Long.parseLong(find(DATA, output).group(1));
        if (Long.parseLong(requests.group(1)) != calls || !requests.group(2).equals("0")
                || bytes != calls * call.replyBytes()) {
            throw new IOException("expected " + calls + " replies of " + call.replyBytes() + " bytes each, but: " + output);
        }
        Matcher finished = find(FINISHED, output);
        return (long) (Double.parseDouble(finished.group(1)) * switch (finished.group(2)) {
            case "us" -> MICROS;
            case "ms" -> MICROS * MICROS;
            case "s" -> MICROS * MICROS * MICROS;
            default -> throw new IOException("it took too long: " + output);
        });
    }

    private static Matcher find(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("h2load printed nothing like '" + pattern + "': " + output);
        }
        return matcher;
    }

    private static double endedChildrenNanos() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Double.parseDouble(fields[ENDED_CHILDREN]) + Double.parseDouble(fields[ENDED_CHILDREN + 1])) * TICK_NANOS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
