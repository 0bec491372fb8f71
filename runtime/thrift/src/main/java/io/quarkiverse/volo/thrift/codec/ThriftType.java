package io.quarkiverse.volo.thrift.codec;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.quarkiverse.volo.error.VoloException;

/** Thrift's type numbers on the wire (Thrift Binary protocol, "Struct encoding"), and how many bytes their values take. */
public final class ThriftType {

    public static final int STOP = 0;
    public static final int BOOL = 2;
    public static final int BYTE = 3;
    public static final int DOUBLE = 4;
    public static final int I16 = 6;
    public static final int I32 = 8;
    public static final int I64 = 10;
    public static final int STRING = 11;
    public static final int STRUCT = 12;
    public static final int MAP = 13;
    public static final int SET = 14;
    public static final int LIST = 15;
    public static final int UUID = 16;

    private ThriftType() {
    }

    /** How many bytes every value of the type takes in the Binary protocol, or 0 if that differs or there is no such type. */
    public static int binarySize(int type) {
        return switch (type) {
            case BOOL, BYTE -> 1;
            case I16 -> 2;
            case I32 -> 4;
            case I64, DOUBLE -> 8;
            case UUID -> 16;
            default -> 0;
        };
    }

    /** The fewest bytes that a value of the type takes in the Binary protocol, or -1 if there is no such type. */
    public static int binaryMinimum(int type) {
        return switch (type) {
            case STRUCT -> 1;
            case STRING -> 4;
            case SET, LIST -> 5;
            case MAP -> 6;
            default -> {
                int size = binarySize(type);
                yield size == 0 ? -1 : size;
            }
        };
    }

    /** The failure of bytes that name a type which does not exist. */
    public static VoloException unknown(String what, int type) {
        return malformed(what + ": " + type + " (expected: one of 2-4, 6, 8, 10-16)");
    }
}
