package org.acme.shop;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public enum Mood {

    HAPPY(1),
    SAD(2),
    /** Stands for every number that the IDL does not name; it has none itself and cannot be sent. */
    UNRECOGNIZED(-1);

    private final int number;

    Mood(int number) {
        this.number = number;
    }

    /**
     * The number on the wire.
     *
     * @throws IllegalStateException for UNRECOGNIZED, which has none
     */
    public int number() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("Mood.UNRECOGNIZED has no number");
        }
        return number;
    }

    /** The constant of a number; UNRECOGNIZED if the IDL does not name it. */
    public static Mood of(int number) {
        return switch (number) {
            case 1 -> HAPPY;
            case 2 -> SAD;
            default -> UNRECOGNIZED;
        };
    }

    /** What the IDL says of it. */
    public static EnumDescriptor descriptor() {
        return ShopIdl.FILE.enumeration("Mood");
    }
}
