package io.quarkiverse.volo.thrift.value;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/**
 * Counts keys of equal hash. Java's hash tables stay fast when such keys can be ordered; structs and containers cannot, and to
 * find one among n others of its hash takes n comparisons. Whoever sends them knows how the hash is made. Ordinary keys, even
 * of a poor hash, are far from the limit.
 */
final class CollisionGuard {

    /** How many comparisons a key may take on average; and in all where there are few keys. */
    private static final long COMPARISONS_PER_KEY = 64;
    private static final long FEW_KEYS = 1024;

    private final Map<Integer, Integer> keysByHash = new HashMap<>();
    private long keys;
    private long comparisons;

    /** Counts a key that was not there before. */
    void added(Object key) {
        comparisons += keysByHash.merge(key.hashCode(), 1, Integer::sum) - 1;
        keys++;
        if (comparisons > COMPARISONS_PER_KEY * (keys + FEW_KEYS)) {
            throw new VoloException(ErrorKind.PROTOCOL, "keys of equal hash: so many among " + keys + " that they took "
                    + comparisons + " comparisons (expected: at most 64 per key, and 65536 more)", null);
        }
    }
}
