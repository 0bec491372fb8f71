package io.quarkiverse.volo.thrift.codec;

import java.util.Arrays;

/** The id of the last field in each struct that is open: Compact tells a field's id by what it is more than the one before. */
final class LastFieldIds {

    private static final int FIRST_STACK = 16;

    /** In the innermost struct; 0 at its beginning. */
    int last;

    private int[] outer = new int[FIRST_STACK];
    private int open;

    void reset() {
        open = 0;
        last = 0;
    }

    void structBegin() {
        if (open == outer.length) {
            outer = Arrays.copyOf(outer, open * 2);
        }
        outer[open++] = last;
        last = 0;
    }

    void structEnd() {
        last = outer[--open];
    }
}
