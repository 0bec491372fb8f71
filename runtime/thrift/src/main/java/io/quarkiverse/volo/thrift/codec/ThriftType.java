package io.quarkiverse.volo.thrift.codec;

/** Thrift's type numbers on the wire (Thrift Binary protocol, "Struct encoding"), and what each value takes at least. */
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

    /** The fewest bytes that a value of the type takes in the Binary protocol, or -1 if there is no such type. */
    public static int binaryMinimum(int type) {
        return switch (type) {
            case BOOL, BYTE, STRUCT -> 1;
            case I16 -> 2;
            case I32, STRING -> 4;
            case I64, DOUBLE -> 8;
            case SET, LIST -> 5;
            case MAP -> 6;
            case UUID -> 16;
            default -> -1;
        };
    }
}
