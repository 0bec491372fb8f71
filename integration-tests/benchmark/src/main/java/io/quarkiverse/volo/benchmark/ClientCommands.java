package io.quarkiverse.volo.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What the benchmark and a client's process say to each other on the process' standard streams. */
final class ClientCommands {

    static final String READY = "ready to call";
    static final String REPLIES = "replies: ";

    private ClientCommands() {
    }

    /** Runs the loops for as many nanoseconds as each line of the input says; returns at the end of the input. */
    static void obey(ClientLoops loops) throws IOException {
        System.out.println(READY);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String nanos = commands.readLine(); nanos != null; nanos = commands.readLine()) {
            System.out.println(REPLIES + loops.run(Long.parseLong(nanos)));
        }
    }
}
