package io.quarkiverse.volo.thrift.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/**
 * Different keys in the order in which they were added, found by their hash: an array of the keys, and a table of at least
 * twice as many places that tells where in the array a key is. Takes less memory than Java's linked tables: they have an entry
 * of its own for each key.
 *
 * <p>
 * Keys may come from a stranger who knows how hashes are made and has chosen keys that all want the same place. Java's tables
 * stay fast where such keys can be ordered, so they are handed over to one. Those that cannot be ordered, structs and
 * containers, are refused. Ordinary keys, even of a poor hash, are far from that.
 */
final class OrderedKeys {

    private static final int LARGEST_FIRST_ARRAY = 1024;
    /** 2^32 divided by the golden ratio: scatters numbers that follow one another, and those of the same last bits. */
    private static final int SCATTER = 0x9e37_79b9;

    /** How many comparisons with others each key may take on average, and how many more all of them. */
    private static final int COMPARISONS_PER_KEY = 64;
    private static final int COMPARISONS_MORE = 65_536;

    private final boolean refusing;
    private Object[] keys;
    private int size;
    /** For each place 1 more than the index of its key, or 0. A power of two. */
    private int[] table;
    private long comparisonsLeft = COMPARISONS_MORE;
    private @Nullable Map<Object, Integer> crowded;

    /**
     * @param expectedSize a hint: a wrong one costs nothing
     * @param refusing whether keys that were chosen to have the same hash are an error
     */
    OrderedKeys(int expectedSize, boolean refusing) {
        this.refusing = refusing;
        int first = firstArray(expectedSize);
        keys = new Object[first];
        table = new int[tableFor(first)];
    }

    /** Room for what is expected, but no more than a hostile size may cost: arrays grow with the keys that really come. */
    static int firstArray(int expectedSize) {
        return Math.min(expectedSize, LARGEST_FIRST_ARRAY);
    }

    /** How long an array that is full is to become. */
    static int largerArray(int full) {
        return Math.max(8, full * 2 >= 0 ? full * 2 : Integer.MAX_VALUE - 8);
    }

    private static int tableFor(int size) {
        return Math.max(4, Integer.highestOneBit(Math.max(1, size * 2 - 1)) * 2);
    }

    int size() {
        return size;
    }

    Object get(int index) {
        return keys[index];
    }

    /** The index of a key, or -1. */
    int indexOf(@Nullable Object key) {
        if (key == null) {
            return -1;
        }
        if (crowded != null) {
            return crowded.getOrDefault(key, -1);
        }
        int place = place(key);
        for (int index; (index = table[place] - 1) >= 0; place = next(place)) {
            if (keys[index].equals(key)) {
                return index;
            }
        }
        return -1;
    }

    /** Adds a key if it is not there; its index in any case. */
    int add(Object key) {
        if (crowded != null) {
            Integer index = crowded.putIfAbsent(key, size);
            return index == null ? append(key) : index;
        }
        if (size * 2 >= table.length) {
            growTable();
        }
        int place = place(key);
        int others = 0;
        int index;
        while ((index = table[place] - 1) >= 0 && !keys[index].equals(key)) {
            place = next(place);
            others++;
        }
        if (index < 0) {
            table[place] = size + 1;
            index = append(key);
        }
        comparisonsLeft += COMPARISONS_PER_KEY - others;
        if (comparisonsLeft < 0) {
            crowd();
        }
        return index;
    }

    private int place(Object key) {
        return (key.hashCode() * SCATTER) >>> Integer.numberOfLeadingZeros(table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    private int append(Object key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, largerArray(size));
        }
        keys[size] = key;
        return size++;
    }

    private void growTable() {
        table = new int[table.length * 2];
        for (int index = 0; index < size; index++) {
            int place = place(keys[index]);
            while (table[place] != 0) {
                place = next(place);
            }
            table[place] = index + 1;
        }
    }

    private void crowd() {
        if (refusing) {
            throw new VoloException(ErrorKind.PROTOCOL, "keys of equal hash: so many among " + size
                    + " that each took more than 64 comparisons (expected: at most that, and 65536 more in all)", null);
        }
        Map<Object, Integer> indexes = new HashMap<>();
        for (int index = 0; index < size; index++) {
            indexes.put(keys[index], index);
        }
        crowded = indexes;
    }

    /** Keeps no more memory than the keys need. */
    void trim() {
        if (size < keys.length) {
            keys = Arrays.copyOf(keys, size);
        }
    }
}
