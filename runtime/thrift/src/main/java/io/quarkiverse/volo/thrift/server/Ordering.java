package io.quarkiverse.volo.thrift.server;

/** In which order a connection's requests are served and answered. */
public enum Ordering {

    /** One request at a time. */
    SERIAL,

    /** Requests start in the order in which they came and may overlap; replies leave in that order too. */
    ORDERED,

    /**
     * Requests start in the order in which they came; each reply leaves when it is ready. For peers that match replies by id.
     */
    UNORDERED
}
