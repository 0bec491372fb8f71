package io.quarkiverse.volo.thrift.codec;

/**
 * What a reader bears from a message.
 *
 * @param maxDepth how many structs and containers may be open at once
 * @param maxElements how many structs and containers there may be in all, skipped ones included: a few bytes of a message can
 *        be a whole struct in memory
 * @param elementsKey how errors call {@code maxElements}: the key that configures it
 * @param rejectMalformedUtf8 whether a string that is no UTF-8 is an error; otherwise what is malformed of it is replaced
 */
public record DecodeLimits(int maxDepth, int maxElements, String elementsKey, boolean rejectMalformedUtf8) {

    /** How deep values may nest unless configured: as Apache Thrift and Pilota. */
    public static final int DEFAULT_MAX_DEPTH = 64;

    /** How many structs and containers a message may have unless configured. */
    public static final int DEFAULT_MAX_ELEMENTS = 1_000_000;

    /** 64 levels, a million structs and containers, malformed UTF-8 replaced as Apache Thrift does. */
    public static final DecodeLimits DEFAULT = new DecodeLimits(DEFAULT_MAX_DEPTH, DEFAULT_MAX_ELEMENTS, "max-decoded-elements",
            false);

    public DecodeLimits {
        atLeastOne("max depth", maxDepth);
        atLeastOne(elementsKey, maxElements);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
    }

    public DecodeLimits withMaxDepth(int maxDepth) {
        return new DecodeLimits(maxDepth, maxElements, elementsKey, rejectMalformedUtf8);
    }

    /** @param elementsKey the key that configures it */
    public DecodeLimits withMaxElements(int maxElements, String elementsKey) {
        return new DecodeLimits(maxDepth, maxElements, elementsKey, rejectMalformedUtf8);
    }

    public DecodeLimits withMalformedUtf8Rejected(boolean rejectMalformedUtf8) {
        return new DecodeLimits(maxDepth, maxElements, elementsKey, rejectMalformedUtf8);
    }
}
