package io.quarkiverse.volo.runtime.internal;

/** Which thread runs a method of a service bean. */
public enum ExecutionModel {

    /** The event loop of the connection. */
    EVENT_LOOP,

    /** A thread of Quarkus' worker pool. */
    WORKER,

    /** A new virtual thread; a worker on a Java without them. */
    VIRTUAL_THREAD
}
