package io.quarkiverse.volo.context;

import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A node of the stack of those who wait for a call's end. */
final class EndListener {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.context");

    private final Consumer<CallEnd> listener;
    private final boolean whenSettled;
    @Nullable
    EndListener before;

    /** @param whenSettled whether it waits until nobody holds the call */
    EndListener(Consumer<CallEnd> listener, boolean whenSettled) {
        this.listener = listener;
        this.whenSettled = whenSettled;
    }

    void run(CallEnd end, @Nullable Holds holds) {
        if (whenSettled && holds != null) {
            holds.whenNone(() -> run(end));
        } else {
            run(end);
        }
    }

    private void run(CallEnd end) {
        try {
            listener.accept(end);
        } catch (RuntimeException | Error e) {
            LOG.error("A listener of a call's end failed", e);
        }
    }
}
