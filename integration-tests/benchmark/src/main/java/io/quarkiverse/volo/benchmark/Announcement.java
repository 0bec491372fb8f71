package io.quarkiverse.volo.benchmark;

import jakarta.enterprise.event.Observes;

import io.quarkiverse.volo.VoloServerStarted;

/** Tells the benchmark which port the application serves on. */
public class Announcement {

    void started(@Observes VoloServerStarted started) {
        Subject.announce(started.port());
    }
}
