package io.quarkiverse.volo.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/**
 * Chooses the event loop that a call runs on: the caller's if it has one, so that a call made while serving crosses no thread;
 * else the one with the fewest calls under way. One instance serves all clients of an application.
 */
public final class CallLoops {

    private final Vertx vertx;
    private final Slot[] slots;

    public CallLoops(Vertx vertx) {
        this.vertx = vertx;
        List<Slot> all = new ArrayList<>();
        for (EventExecutor executor : ((VertxInternal) vertx).getEventLoopGroup()) {
            all.add(new Slot((EventLoop) executor));
        }
        this.slots = all.toArray(Slot[]::new);
    }

    /** How many there are. */
    public int count() {
        return slots.length;
    }

    /** The loop for a call made on this Vert.x context; {@code null}: made by a thread of no context. */
    Slot forCaller(@Nullable ContextInternal caller) {
        if (caller != null && caller.owner() == vertx) {
            EventLoop loop = caller.nettyEventLoop();
            for (Slot slot : slots) {
                if (slot.loop == loop) {
                    return slot;
                }
            }
        }
        return leastLoaded();
    }

    private Slot leastLoaded() {
        Slot least = slots[0];
        for (Slot slot : slots) {
            if (slot.calls.get() < least.calls.get()) {
                least = slot;
            }
        }
        return least;
    }

    /** A loop and how many calls run on it. */
    static final class Slot {

        final EventLoop loop;
        final AtomicInteger calls = new AtomicInteger();

        Slot(EventLoop loop) {
            this.loop = loop;
        }
    }
}
