package io.quarkiverse.volo.grpc.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.netty.util.AsciiString;

/** The value of {@code grpc-message}: any text, in the bytes that a header may have; see gRPC over HTTP2, "Responses". */
public final class PercentEncoding {

    /** What is more is cut off: headers of more than 8 KiB are refused by many peers, and with them the status. */
    static final int MAX_BYTES = 4096;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private PercentEncoding() {
    }

    /** The text as a header's value, cut to 4096 bytes of UTF-8. */
    public static CharSequence encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int end = end(bytes);
        int escaped = 0;
        for (int i = 0; i < end; i++) {
            escaped += isPlain(bytes[i]) ? 0 : 1;
        }
        if (escaped == 0) {
            return new AsciiString(bytes, 0, end, false);
        }
        byte[] out = new byte[end + 2 * escaped];
        int at = 0;
        for (int i = 0; i < end; i++) {
            byte b = bytes[i];
            if (isPlain(b)) {
                out[at++] = b;
            } else {
                out[at++] = '%';
                out[at++] = HEX[b >> 4 & 0xF];
                out[at++] = HEX[b & 0xF];
            }
        }
        return new AsciiString(out, false);
    }

    /** Where to cut: not within a character. */
    private static int end(byte[] utf8) {
        if (utf8.length <= MAX_BYTES) {
            return utf8.length;
        }
        int end = MAX_BYTES;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    private static boolean isPlain(byte b) {
        return b >= 0x20 && b < 0x7F && b != '%';
    }

    /** The text of a header's value. What looks like an escape and is none is kept as it is, as the specification asks. */
    public static String decode(CharSequence value) {
        var bytes = new ByteArrayOutputStream(value.length());
        int i = 0;
        while (i < value.length()) {
            char c = value.charAt(i);
            int escaped = c == '%' && i + 2 < value.length() ? hex(value.charAt(i + 1), value.charAt(i + 2)) : -1;
            bytes.write(escaped >= 0 ? escaped : c);
            i += escaped >= 0 ? 3 : 1;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(char high, char low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        // Character.digit knows the digits of other scripts too.
        return high > 'f' || low > 'f' || first < 0 || second < 0 ? -1 : first << 4 | second;
    }
}
