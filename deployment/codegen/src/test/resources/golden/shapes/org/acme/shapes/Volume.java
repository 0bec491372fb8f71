package org.acme.shapes;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import org.jspecify.annotations.NullMarked;

/** How loud it was. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public enum Volume {

    QUIET(1),
    /**
     * Hurts.
     *
     * @deprecated be quiet
     */
    @Deprecated
    LOUD(2),
    /** Stands for every number that the IDL does not name; it has none itself and cannot be sent. */
    UNRECOGNIZED(-1);

    private final int number;

    Volume(int number) {
        this.number = number;
    }

    /**
     * The number on the wire.
     *
     * @throws IllegalStateException for UNRECOGNIZED, which has none
     */
    public int number() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("Volume.UNRECOGNIZED has no number");
        }
        return number;
    }

    /** The constant of a number; UNRECOGNIZED if the IDL does not name it. */
    public static Volume of(int number) {
        return switch (number) {
            case 1 -> QUIET;
            case 2 -> LOUD;
            default -> UNRECOGNIZED;
        };
    }

    /** What the IDL says of it. */
    public static EnumDescriptor descriptor() {
        return ShapesIdl.FILE.enumeration("volume");
    }
}
