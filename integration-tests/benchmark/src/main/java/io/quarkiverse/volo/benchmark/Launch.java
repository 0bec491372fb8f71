package io.quarkiverse.volo.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts what is measured, each in a process of its own, pinned to one core; all of them end with this one. */
final class Launch {

    private Launch() {
    }

    /** The command line of a JVM; all have the same heap and collector. */
    static List<String> java(String java, List<String> rest) {
        List<String> line = new ArrayList<>(List.of(java, "-Xms512m", "-Xmx512m", "-XX:+UseG1GC",
                "-Dio.netty.leakDetection.level=disabled"));
        line.addAll(rest);
        return line;
    }

    /** The command line of a program that is on this process' own class path. */
    static List<String> java(Class<?> main, String... arguments) {
        List<String> rest = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        rest.addAll(List.of(arguments));
        return java("java", rest);
    }

    /** Its errors go to the log. */
    static Process start(String core, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of("taskset", "-c", core));
        line.addAll(command);
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(System.getProperty("benchmark.log", "/dev/null"))))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }
}
