package io.quarkiverse.volo;

/**
 * The CDI event that tells that the server accepts connections.
 *
 * @param host the host that it listens on, as configured
 * @param port the port that it really listens on, also where 0 was configured
 */
public record VoloServerStarted(String host, int port) {
}
