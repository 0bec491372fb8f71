package io.quarkiverse.volo.grpc.server;

import java.util.Arrays;

import io.grpc.Status;
import io.netty.buffer.ByteBuf;

/** Reads base64 that comes in pieces, cut anywhere, and padded where the peer liked to. */
final class Base64Reader {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = values();
    private static final byte NONE = -1;
    private static final int PADDING = '=';

    /** Of the four characters that make three bytes: how many have come, and their bits. */
    private int count;
    private int bits;
    private int padding;

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, NONE);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    /**
     * Reads all of one buffer into another.
     *
     * @throws io.grpc.StatusRuntimeException INTERNAL if it is no base64
     */
    void read(ByteBuf text, ByteBuf bytes) {
        while (text.isReadable()) {
            int character = text.readUnsignedByte();
            int value = character == PADDING && count >= 2 ? 0 : VALUES[character];
            if (value == NONE || (padding > 0 && character != PADDING)) {
                throw Status.INTERNAL.withDescription("body: the character " + character + " (expected: base64)")
                        .asRuntimeException();
            }
            padding += character == PADDING ? 1 : 0;
            bits = bits << 6 | value;
            count++;
            if (count == 4) {
                writeTo(bytes);
            }
        }
    }

    private void writeTo(ByteBuf bytes) {
        for (int i = 0; i < 3 - padding; i++) {
            bytes.writeByte(bits >> (16 - 8 * i));
        }
        count = 0;
        bits = 0;
        padding = 0;
    }

    /** Whether the text may end here. */
    boolean isWhole() {
        return count == 0;
    }
}
