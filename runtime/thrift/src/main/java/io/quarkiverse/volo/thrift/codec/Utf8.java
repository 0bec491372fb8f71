package io.quarkiverse.volo.thrift.codec;

/** Strings to bytes, without an array in between. */
final class Utf8 {

    /** The most bytes that a {@code char} takes. */
    static final int LONGEST = 3;

    /** Longer texts are nearly always plain ASCII, and done in fewer steps then than character by character. */
    private static final int LONG = 48;

    private static final byte UNPAIRED = '?';

    private Utf8() {
    }

    /**
     * Writes a string.
     *
     * @param target has room for {@value #LONGEST} bytes per {@code char}
     * @return behind the last byte
     */
    static int encode(String text, byte[] target, int start) {
        int length = text.length();
        if (length >= LONG && length <= AsciiText.LONGEST && AsciiText.ofThread().encode(text, target, start)) {
            return start + length;
        }
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            if (next >= 0x80) {
                return encodeRest(text, i, target, start + i);
            }
            target[start + i] = (byte) next;
        }
        return start + length;
    }

    private static int encodeRest(String text, int from, byte[] target, int at) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            char next = text.charAt(i);
            if (next < 0x80) {
                target[at++] = (byte) next;
            } else if (next < 0x800) {
                target[at++] = (byte) (0xc0 | next >> 6);
                target[at++] = (byte) (0x80 | (next & 0x3f));
            } else if (!Character.isSurrogate(next)) {
                target[at++] = (byte) (0xe0 | next >> 12);
                target[at++] = (byte) (0x80 | (next >> 6 & 0x3f));
                target[at++] = (byte) (0x80 | (next & 0x3f));
            } else if (isPair(text, i)) {
                at = encodePair(Character.toCodePoint(next, text.charAt(++i)), target, at);
            } else {
                target[at++] = UNPAIRED;
            }
        }
        return at;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static int encodePair(int codePoint, byte[] target, int at) {
        target[at] = (byte) (0xf0 | codePoint >> 18);
        target[at + 1] = (byte) (0x80 | (codePoint >> 12 & 0x3f));
        target[at + 2] = (byte) (0x80 | (codePoint >> 6 & 0x3f));
        target[at + 3] = (byte) (0x80 | (codePoint & 0x3f));
        return at + 4;
    }
}
