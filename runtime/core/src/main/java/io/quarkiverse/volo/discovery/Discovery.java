package io.quarkiverse.volo.discovery;

import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.volo.context.Address;

/**
 * Knows who offers one service. Made for one client, which closes it. Thread-safe, and no method blocks.
 *
 * <p>
 * A call asks for the {@link #instances()}; only while there are none does it {@link #lookUp} and wait.
 */
public interface Discovery {

    /** Who offers the service now; empty as long as that is not known. Asked at each call: cheap, and the list is immutable. */
    List<Address> instances();

    /**
     * Finds out who offers the service, unless that is known or being found out already.
     *
     * @param callback told the outcome once, on any thread, or before this returns
     * @return to be cancelled by who does not wait any more
     */
    Lookup lookUp(InstancesCallback callback);

    /**
     * Tells of each change from now on, one after the other, on any thread, after {@link #instances()} has changed. The
     * listener must not block; what it throws is logged.
     */
    void listen(Consumer<Change> listener);

    /** Stops finding out; who still waits is told a failure. May be called twice. */
    void close();
}
