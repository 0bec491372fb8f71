package io.quarkiverse.volo.benchmark;

/** What a row of a table tells of: a server, and what it is sent. */
record Row(String name, Subject subject, Frames frames) {
}
