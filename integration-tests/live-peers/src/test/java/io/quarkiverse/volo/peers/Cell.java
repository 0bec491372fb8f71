package io.quarkiverse.volo.peers;

import java.util.ArrayList;
import java.util.List;

/** Who calls whom over what. */
record Cell(Language client, Language server, Wire wire) {

    /** All cells, row by row; ours has no server of its own for multiplexing clients, as it serves them on any connection. */
    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Language client : Language.values()) {
            for (Language server : Language.values()) {
                for (Wire wire : Wire.values()) {
                    if (server != Language.JAVA || !wire.muxServer()) {
                        cells.add(new Cell(client, server, wire));
                    }
                }
            }
        }
        return cells;
    }

    @Override
    public String toString() {
        return client + " to " + server + ", " + wire;
    }
}
