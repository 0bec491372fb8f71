package io.quarkiverse.volo.thrift.ttheader;

import java.util.Arrays;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.metainfo.CallMetainfo;

/**
 * What travels beside one message: who calls whom, how long it may take, metainfo, business errors. Used for one message after
 * the other, by one thread.
 */
public final class TTHeader {

    /** The peer takes replies in any order, and matches them by {@link #sequenceId}. */
    public static final int OUT_OF_ORDER = 0x0001;
    /** The message is a frame of a stream. */
    public static final int STREAMING = 0x0002;

    /** The payload is Binary; also sent for anything that peers find out by its first bytes. */
    public static final int BINARY = 0;
    /** The payload is Compact. */
    public static final int COMPACT = 2;

    private static final int FIRST_ROOM = 8;
    /** In digits: 300 years. */
    private static final int LONGEST_TIME = 13;

    private int flags;
    private int sequenceId;
    private int protocolId;
    private @Nullable String token;
    /** In the order in which they were put; no key twice. */
    private int[] intKeys = new int[FIRST_ROOM];
    private String[] intValues = new String[FIRST_ROOM];
    private int ints;
    /** Keys and values in turns; of a key that comes again, the last counts. */
    private String[] strings = new String[2 * FIRST_ROOM];
    private int stringsLength;
    /** What it brings a served call, once somebody has asked; for headers that are read. */
    private @Nullable CallMetainfo forward;

    /** Makes it empty. */
    public TTHeader clear() {
        forward = null;
        flags = 0;
        sequenceId = 0;
        protocolId = BINARY;
        token = null;
        ints = 0;
        // What a large header brought is not kept.
        if (strings.length > 16 * FIRST_ROOM) {
            strings = new String[2 * FIRST_ROOM];
        }
        Arrays.fill(strings, 0, Math.min(stringsLength, strings.length), null);
        stringsLength = 0;
        return this;
    }

    /** {@link #OUT_OF_ORDER}, {@link #STREAMING} and others, of no meaning here. */
    public int flags() {
        return flags;
    }

    /** Whether these {@link #flags} say that the peer takes replies in any order. */
    public static boolean isOutOfOrder(int flags) {
        return (flags & OUT_OF_ORDER) != 0;
    }

    /** @see #flags() */
    public TTHeader flags(int flags) {
        this.flags = flags;
        return this;
    }

    /** By which a reply is matched where calls share a connection; of a stream, its id. */
    public int sequenceId() {
        return sequenceId;
    }

    /** @see #sequenceId() */
    public TTHeader sequenceId(int sequenceId) {
        this.sequenceId = sequenceId;
        return this;
    }

    /** What the sender says that the payload is; its first bytes are to be believed instead. */
    public int protocolId() {
        return protocolId;
    }

    /** @see #protocolId() */
    public TTHeader protocolId(int protocolId) {
        this.protocolId = protocolId;
        return this;
    }

    /** What Kitex calls the ACL token. */
    public @Nullable String token() {
        return token;
    }

    /** @see #token() */
    public TTHeader token(@Nullable String token) {
        this.token = token;
        return this;
    }

    /** The value of a numbered key; {@code null} if there is none. */
    public @Nullable String get(int key) {
        for (int i = 0; i < ints; i++) {
            if (intKeys[i] == key) {
                return intValues[i];
            }
        }
        return null;
    }

    /** A time of a numbered key, in milliseconds; 0 if there is none, or none that makes sense. */
    public long millis(int key) {
        String text = get(key);
        if (text == null || text.isEmpty() || text.length() > LONGEST_TIME) {
            return 0;
        }
        long millis = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            millis = 10 * millis + digit;
        }
        return millis;
    }

    /**
     * Replaces an earlier value of the key.
     *
     * @param key one of {@link IntKey}
     */
    public TTHeader put(int key, String value) {
        int at = 0;
        while (at < ints && intKeys[at] != key) {
            at++;
        }
        if (at == intKeys.length) {
            intKeys = Arrays.copyOf(intKeys, 2 * at);
            intValues = Arrays.copyOf(intValues, 2 * at);
        }
        intKeys[at] = key;
        intValues[at] = value;
        ints = Math.max(ints, at + 1);
        return this;
    }

    /** The value of a key; {@code null} if there is none. */
    public @Nullable String get(String key) {
        for (int i = stringsLength - 2; i >= 0; i -= 2) {
            if (strings[i].equals(key)) {
                return strings[i + 1];
            }
        }
        return null;
    }

    /** Replaces an earlier value of the key for readers of this header; both are written. */
    public TTHeader put(String key, String value) {
        if (stringsLength == strings.length) {
            strings = Arrays.copyOf(strings, 2 * stringsLength);
        }
        strings[stringsLength] = key;
        strings[stringsLength + 1] = value;
        stringsLength += 2;
        return this;
    }

    /** Tells all keys that are no numbers, and their values, in their order; one that comes again, again. */
    public void forEach(BiConsumer<String, String> taker) {
        for (int i = 0; i < stringsLength; i += 2) {
            taker.accept(strings[i], strings[i + 1]);
        }
    }

    @Nullable
    CallMetainfo forward() {
        return forward;
    }

    void forward(CallMetainfo read) {
        forward = read;
    }

    int stringCount() {
        return stringsLength / 2;
    }

    String stringKey(int index) {
        return strings[2 * index];
    }

    String stringValue(int index) {
        return strings[2 * index + 1];
    }

    int intCount() {
        return ints;
    }

    int intKey(int index) {
        return intKeys[index];
    }

    String intValue(int index) {
        return intValues[index];
    }
}
