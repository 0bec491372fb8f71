package io.quarkiverse.volo.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** What concerns Thrift alone. */
@ConfigGroup
public interface ThriftServerConfig {

    /** How deep structs and containers of a request may be nested. */
    @WithDefault("64")
    int maxDepth();

    /**
     * How the requests of one connection follow each other: `serial` starts one when the one before it is answered; `ordered`
     * lets them overlap and answers in their order, save where a peer says that it matches replies by number; `unordered`
     * answers each when it is ready.
     */
    @WithDefault("ordered")
    Ordering ordering();

    /**
     * How the metainfo that a method sends back is called in a reply's TTHeader: `RPC_BACKWARD_KEY`, which Volo reads
     * (`prefixed`), `KEY`, which Kitex reads (`bare`), or once in each way (`both`).
     */
    @WithDefault("both")
    BackwardKeys backwardKeys();

    /**
     * How a reply's TTHeader tells the message's type: as a decimal digit, as Kitex does, or as a byte of that value, as Volo
     * does. Neither reads it.
     */
    @WithDefault("digit")
    MessageType messageType();

    /** How the metainfo that a method sends back is called. */
    enum BackwardKeys {
        BOTH,
        PREFIXED,
        BARE
    }

    /** How a message's type is told. */
    enum MessageType {
        DIGIT,
        BYTE
    }

    /** How the requests of one connection follow each other. */
    enum Ordering {
        SERIAL,
        ORDERED,
        UNORDERED
    }
}
