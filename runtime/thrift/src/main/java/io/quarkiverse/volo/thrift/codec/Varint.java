package io.quarkiverse.volo.thrift.codec;

/**
 * A varint of up to eight bytes, which are read as one number, the first as the lowest: without a branch for each byte, which
 * the processor would have to guess.
 */
final class Varint {

    /** How many bytes are read at once. */
    static final int WORD = Long.BYTES;

    private static final long ENDS = 0x8080_8080_8080_8080L;
    private static final long ENDS_OF_32_BITS = 0x80_8080_8080L;

    private Varint() {
    }

    /** The highest bit of each byte that a varint of any length may end with; 0 if it is longer. */
    static long ends(long word) {
        return ~word & ENDS;
    }

    /** The same of one that has no more bytes than 32 bits need. */
    static long endsOf32Bits(long word) {
        return ~word & ENDS_OF_32_BITS;
    }

    /** How many bytes the varint has; {@code ends} is not 0. */
    static int size(long ends) {
        return (Long.numberOfTrailingZeros(ends) + 1) >>> 3;
    }

    /** Pushes the seven bits of each of its bytes together. */
    static long value(long word, long ends) {
        long sevens = word & (ends ^ (ends - 1)) & ~ENDS;
        long fourteens = (sevens & 0x007f_007f_007f_007fL) | (sevens & 0x7f00_7f00_7f00_7f00L) >>> 1;
        long twentyEights = (fourteens & 0x0000_3fff_0000_3fffL) | (fourteens & 0x3fff_0000_3fff_0000L) >>> 2;
        return (twentyEights & 0x0fff_ffffL) | (twentyEights & 0x0fff_ffff_0000_0000L) >>> 4;
    }
}
