package io.quarkiverse.volo.benchmark.allocation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link CallAllocation} and tells how many bytes a call allocates on each side beyond its messages. */
public final class AllocationReport {

    private static final double ALLOWED = 600;
    /** Of a thousand calls each. */
    private static final int BATCH = 100;

    private final Map<String, Double> bytes = new HashMap<>();

    private AllocationReport() {
    }

    /** @param arguments {@code --quick} or nothing */
    public static void main(String[] arguments) throws RunnerException {
        boolean quick = List.of(arguments).contains("--quick");
        var options = new OptionsBuilder().include(CallAllocation.class.getName() + "\\.")
                .addProfiler(GCProfiler.class)
                .forks(quick ? 1 : 3)
                // Counted in calls, not in seconds: what is compiled by then shall not depend on how busy the machine is.
                .mode(Mode.SingleShotTime)
                .warmupIterations(quick ? 3 : 10).warmupBatchSize(BATCH)
                .measurementIterations(quick ? 3 : 10).measurementBatchSize(BATCH)
                .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseG1GC")
                .shouldFailOnError(true)
                .build();
        var report = new AllocationReport();
        for (RunResult result : new Runner(options).run()) {
            report.add(result);
        }
        System.exit(report.print() ? 0 : 1);
    }

    private void add(RunResult result) {
        String method = result.getParams().getBenchmark();
        bytes.put(method.substring(method.lastIndexOf('.') + 1),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / BATCH);
    }

    /** Whether both sides allocate no more than they may. */
    private boolean print() {
        double harness = bytes.get("harness");
        double clientMessages = bytes.get("clientMessages");
        double serverMessages = bytes.get("serverMessages");
        System.out.println();
        System.out.println("| side | bytes per call | of that its messages | beyond | allowed |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        boolean client = row("client", bytes.get("client") - harness, clientMessages, ALLOWED);
        boolean server = row("server", bytes.get("server") - harness, serverMessages, ALLOWED);
        boolean call = row("both", bytes.get("call"), clientMessages + serverMessages, 2 * ALLOWED);
        System.out.printf(Locale.ROOT, "%nOf the server's bytes, %.0f are the call's own Vert.x context.%n",
                bytes.get("callContext"));
        return client && server && call;
    }

    private static boolean row(String side, double bytes, double messages, double allowed) {
        System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.0f | %.0f |%n", side, bytes, messages, bytes - messages,
                allowed);
        return bytes - messages <= allowed;
    }
}
