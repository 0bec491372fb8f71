package io.quarkiverse.volo.thrift.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Strings that come again and again, such as the names of methods, made once. Has room for so many and no more, and for short
 * ones only; a stranger displaces what was there, which costs nothing but its making again. For any thread.
 */
public final class NameCache {

    public static final NameCache SHARED = new NameCache(1024);

    private static final int LONGEST = 64;

    private static final class Name {

        private final byte[] bytes;
        private final String text;

        private Name(byte[] bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }
    }

    // Races are harmless: an entry is immutable and compared before it is used.
    private final @Nullable Name[] names;

    /** @param size a power of two */
    NameCache(int size) {
        names = new Name[size];
    }

    /** The text of bytes in UTF-8. */
    public String get(byte[] array, int start, int length) {
        if (length > LONGEST) {
            return text(array, start, length);
        }
        int slot = slot(array, start, length);
        Name name = names[slot];
        if (name == null || !Arrays.equals(name.bytes, 0, name.bytes.length, array, start, start + length)) {
            name = new Name(Arrays.copyOfRange(array, start, start + length), text(array, start, length));
            names[slot] = name;
        }
        return name.text;
    }

    private int slot(byte[] array, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + array[i];
        }
        return (hash ^ hash >>> 10 ^ hash >>> 20) & names.length - 1;
    }

    private static String text(byte[] array, int start, int length) {
        return new String(array, start, length, StandardCharsets.UTF_8);
    }
}
