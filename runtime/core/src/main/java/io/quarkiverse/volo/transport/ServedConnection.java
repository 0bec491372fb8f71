package io.quarkiverse.volo.transport;

import io.vertx.core.Future;

/** A connection that a server has accepted. Both may be called by any thread. */
public interface ServedConnection {

    /** Brings it to its end without losing a call: the server stops. */
    void drain();

    /** How many calls have not been answered, and how many threads go on at calls that have been. */
    Future<Integer> callsUnderWay();
}
