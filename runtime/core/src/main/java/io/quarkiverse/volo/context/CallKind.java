package io.quarkiverse.volo.context;

/** How many messages a call carries in each direction. */
public enum CallKind {

    /** One request, one reply. */
    UNARY,

    /** One request, no reply. */
    ONEWAY,

    /** One request, a stream of replies. */
    SERVER_STREAMING,

    /** A stream of requests, one reply. */
    CLIENT_STREAMING,

    /** A stream each way. */
    BIDIRECTIONAL;

    /** Whether messages stream in at least one direction. */
    public boolean isStreaming() {
        return this != UNARY && this != ONEWAY;
    }
}
