package io.quarkiverse.volo.thrift.transport;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.quarkiverse.volo.error.VoloException;

/** What is said of bytes that begin no message. */
final class UnknownMessage {

    private static final int KITEX_PROTOBUF = 0x9001;
    private static final int MESH_HEADER = 0xffaf;

    private UnknownMessage() {
    }

    /**
     * @param what where it was looked for: in a frame, a TTHeader or neither
     * @param mark the first two bytes
     */
    static VoloException refuse(String what, int mark, int maxSize) {
        return malformed(what + " begins with 0x" + Integer.toHexString(mark) + meaning(mark) + " (expected: "
                + (what.equals("message") ? "a frame length of at most " + maxSize + ", " : "")
                + "0x8001, strict Binary, or 0x82 and version 1, Compact)");
    }

    private static String meaning(int mark) {
        return switch (mark) {
            case KITEX_PROTOBUF -> ", Kitex-Protobuf, which is not spoken here";
            case MESH_HEADER -> ", the mesh header of old Kitex, which is not spoken here";
            default -> "";
        };
    }
}
