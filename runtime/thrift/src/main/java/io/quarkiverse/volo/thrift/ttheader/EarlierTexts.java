package io.quarkiverse.volo.thrift.ttheader;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The texts of the header that was read before, in the order in which they were read, and its bytes. As long as the next
 * header has the same bytes it has the same texts.
 */
final class EarlierTexts {

    /** A header with longer information, or with more texts, is not remembered. */
    private static final int MOST_BYTES = 1024;
    private static final int MOST_TEXTS = 64;

    private byte[] bytes = new byte[0];
    private int length;
    private String[] texts = new String[8];
    private int count;

    /** How many bytes the header that is being read has in common with the earlier one, from its beginning on. */
    private int same;
    private int position;

    /** Begins with the next header's information; answers whether it is the very same, and need not be read. */
    boolean begin(byte[] information, int size) {
        int differs = Arrays.mismatch(information, 0, size, bytes, 0, length);
        if (differs < 0) {
            return true;
        }
        position = 0;
        same = differs;
        // Unless all of it can be read, there is nothing to remember.
        length = 0;
        return false;
    }

    /**
     * The next text, if it is the same as before.
     *
     * @param end where its bytes end
     */
    @Nullable
    String next(int end) {
        return end <= same && position < count ? texts[position++] : null;
    }

    /** Remembers the next text, which is another one than before. */
    String add(String text) {
        // Whatever came here before is not to be taken for what follows.
        same = 0;
        if (position < MOST_TEXTS) {
            if (position == texts.length) {
                texts = Arrays.copyOf(texts, 2 * position);
            }
            texts[position] = text;
        }
        position++;
        count = 0;
        return text;
    }

    /** The header has been read, all of it. */
    void end(byte[] information, int size) {
        boolean kept = size <= MOST_BYTES && position <= MOST_TEXTS;
        count = kept ? position : 0;
        length = kept ? size : 0;
        if (kept) {
            if (bytes.length < size) {
                bytes = new byte[Math.max(size, 256)];
            }
            System.arraycopy(information, 0, bytes, 0, size);
        }
    }
}
