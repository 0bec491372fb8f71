package org.acme.shared;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import org.jspecify.annotations.NullMarked;

/** How a thing looks. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public enum Color {

    /** like a rose */
    RED(1),
    GREEN(2),
    BLUE(16),
    /** Stands for every number that the IDL does not name; it has none itself and cannot be sent. */
    UNRECOGNIZED(-1);

    private final int number;

    Color(int number) {
        this.number = number;
    }

    /**
     * The number on the wire.
     *
     * @throws IllegalStateException for UNRECOGNIZED, which has none
     */
    public int number() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("Color.UNRECOGNIZED has no number");
        }
        return number;
    }

    /** The constant of a number; UNRECOGNIZED if the IDL does not name it. */
    public static Color of(int number) {
        return switch (number) {
            case 1 -> RED;
            case 2 -> GREEN;
            case 16 -> BLUE;
            default -> UNRECOGNIZED;
        };
    }

    /** What the IDL says of it. */
    public static EnumDescriptor descriptor() {
        return SharedIdl.FILE.enumeration("Color");
    }
}
