package org.acme.shared;

import javax.annotation.processing.Generated;

import org.jspecify.annotations.NullMarked;

/** The constants of shared.thrift. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class SharedConstants {

    public static final Color FAVOURITE;

    static {
        FAVOURITE = Color.GREEN;
    }

    private SharedConstants() {
    }
}
