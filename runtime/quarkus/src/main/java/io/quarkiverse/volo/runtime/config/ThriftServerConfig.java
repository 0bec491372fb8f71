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

    /** How the requests of one connection follow each other. */
    enum Ordering {
        SERIAL,
        ORDERED,
        UNORDERED
    }
}
