package io.quarkiverse.volo.thrift.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The value of Thrift's type {@code binary}: immutable bytes, compared by content. Never refers to a network buffer, so it may
 * be kept as long as wanted, by any thread.
 */
public final class Binary implements Comparable<Binary> {

    /** No bytes. */
    public static final Binary EMPTY = new Binary(new byte[0]);

    private static final int SHOWN_BYTES = 32;

    private final byte[] bytes;

    private Binary(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these bytes. */
    public static Binary copyOf(byte[] bytes) {
        return wrap(bytes.clone());
    }

    /** A copy of the remaining bytes of a buffer, whose position is left as it is. */
    public static Binary copyOf(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(buffer.position(), copy);
        return wrap(copy);
    }

    /** The text in UTF-8. */
    public static Binary ofUtf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** These very bytes, not copied: the caller gives the array away and must not change it afterwards. */
    public static Binary wrap(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Binary(bytes);
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** A read-only view, without copying. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Copies the bytes into {@code target}, beginning at {@code offset}. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    /** Decodes the bytes as UTF-8; malformed ones are replaced. */
    public String toStringUtf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /**
     * By the first byte that differs, unsigned; else the shorter is the less. Hash tables need an order, too: without one,
     * keys that a peer has chosen to have the same hash would have to be compared each with each.
     */
    @Override
    public int compareTo(Binary other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    /** The size, and the first bytes in hex. */
    @Override
    public String toString() {
        String shown = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
        return "Binary[" + bytes.length + (bytes.length > SHOWN_BYTES ? ": " + shown + "...]" : ": " + shown + "]");
    }
}
