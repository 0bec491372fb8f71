package io.quarkiverse.volo.discovery;

/** A wait until it is known who offers a service. */
@FunctionalInterface
public interface Lookup {

    /** Ends the wait and forgets who waited. Does nothing once its outcome was told. May be called from any thread. */
    void cancel();
}
