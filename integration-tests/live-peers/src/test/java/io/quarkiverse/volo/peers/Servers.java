package io.quarkiverse.volo.peers;

import java.util.HashMap;
import java.util.Map;

/** The servers that cells call, each started once. */
final class Servers implements AutoCloseable {

    private final int ownPort;
    private final Map<String, PeerProcess> processes = new HashMap<>();

    /** @param ownPort the port of this application's server */
    Servers(int ownPort) {
        this.ownPort = ownPort;
    }

    int port(Cell cell) {
        if (cell.server() == Language.JAVA) {
            return ownPort;
        }
        boolean mux = cell.wire().muxServer();
        return processes.computeIfAbsent(cell.server() + " " + mux, key -> PeerProcess.server(cell.server(), mux)).port();
    }

    @Override
    public void close() {
        processes.values().forEach(PeerProcess::close);
    }
}
