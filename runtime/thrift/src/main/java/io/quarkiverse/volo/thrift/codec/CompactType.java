package io.quarkiverse.volo.thrift.codec;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

/** The type numbers of the Compact protocol (thrift-compact-protocol.md of Apache Thrift), and those of {@link ThriftType}. */
public final class CompactType {

    static final int TRUE = 1;
    static final int FALSE = 2;

    private static final byte[] OF_THRIFT = new byte[17];
    private static final byte[] TO_THRIFT = { 0, ThriftType.BOOL, ThriftType.BOOL, ThriftType.BYTE, ThriftType.I16,
            ThriftType.I32, ThriftType.I64, ThriftType.DOUBLE, ThriftType.STRING, ThriftType.LIST, ThriftType.SET,
            ThriftType.MAP, ThriftType.STRUCT, ThriftType.UUID, 0, 0 };

    static {
        for (int type = TO_THRIFT.length - 1; type > 0; type--) {
            // A type of bool in a container's beginning is 1 for Apache's library, as a true field's.
            OF_THRIFT[TO_THRIFT[type]] = (byte) type;
        }
        OF_THRIFT[ThriftType.STOP] = 0;
    }

    private CompactType() {
    }

    static int of(int thriftType) {
        return OF_THRIFT[thriftType];
    }

    /** The type that the four bits stand for. */
    public static int toThrift(int compactType) {
        int type = TO_THRIFT[compactType];
        if (type == 0) {
            throw malformed("compact type: " + compactType + " (expected: 1-13)");
        }
        return type;
    }

    /** The type that the four bits stand for, or STOP. */
    public static int toThriftIfKnown(int compactType) {
        return TO_THRIFT[compactType];
    }

    /** How many bytes every value takes in a container, or 0 if that differs. */
    public static int fixedSize(int thriftType) {
        return switch (thriftType) {
            case ThriftType.BOOL, ThriftType.BYTE -> 1;
            case ThriftType.DOUBLE -> 8;
            case ThriftType.UUID -> 16;
            default -> 0;
        };
    }

    /** The fewest bytes that a value takes in a container. */
    public static int minimum(int thriftType) {
        return Math.max(1, fixedSize(thriftType));
    }
}
