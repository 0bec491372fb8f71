package io.quarkiverse.volo.benchmark;

import java.util.Locale;

/** How the generator loads a server: that many connections, with at most so many calls under way on each. */
record Shape(int connections, int window) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d connections, %d in flight each", connections, window);
    }
}
