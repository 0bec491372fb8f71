package io.quarkiverse.volo.thrift.codec;

/** Strings to bytes, without an array in between. */
final class Utf8 {

    /** The most bytes that a {@code char} takes. */
    static final int LONGEST = 3;

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
        if (isLatin1(text)) {
            copy(text, target, start);
            if (Ascii.isAscii(target, start, length)) {
                return start + length;
            }
        }
        return encodeEach(text, target, start);
    }

    /**
     * Takes no time for nearly every text: HotSpot knows that a string which it keeps in Latin-1 has no greater characters, and
     * leaves the loop out. One that it keeps in UTF-16 has one, and as a rule soon.
     */
    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** Deprecated as it drops the upper byte of each character, of which there is none here; no other method makes no array. */
    @SuppressForbidden
    @SuppressWarnings("deprecation")
    private static void copy(String latin1, byte[] target, int start) {
        latin1.getBytes(0, latin1.length(), target, start);
    }

    private static int encodeEach(String text, byte[] target, int at) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
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
