package io.quarkiverse.volo.peers;

import java.util.Locale;

/** What a peer is written in. */
enum Language {

    JAVA,
    /** Kitex. */
    GO,
    /** Volo. */
    RUST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
