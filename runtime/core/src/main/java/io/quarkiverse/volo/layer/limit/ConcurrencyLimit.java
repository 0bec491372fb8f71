package io.quarkiverse.volo.layer.limit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/** The number of calls under way, and its bound. */
final class ConcurrencyLimit {

    private final int limit;
    private final String hint;
    private final AtomicInteger underWay = new AtomicInteger();
    @SuppressWarnings("UnnecessaryLambda") // One object for all calls: a method reference would be one for each.
    private final Consumer<CallEnd> leave = end -> underWay.decrementAndGet();

    ConcurrencyLimit(int limit, String hint) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: at least 1)");
        }
        this.limit = limit;
        this.hint = hint;
    }

    int underWay() {
        return underWay.get();
    }

    /** Counts the call until it is settled; throws if it is one too many. */
    void enter(RpcContext context) {
        if (underWay.incrementAndGet() > limit) {
            underWay.decrementAndGet();
            throw new VoloException(ErrorKind.OVERLOAD,
                    context.descriptor().fullName() + ": " + limit + " calls are under way already" + hint, null, true);
        }
        context.onSettled(leave);
    }
}
