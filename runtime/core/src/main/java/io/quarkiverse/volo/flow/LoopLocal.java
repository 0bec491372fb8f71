package io.quarkiverse.volo.flow;

import java.util.function.Function;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;

/** One value per event loop, made when the loop first asks for it. */
final class LoopLocal<T> {

    private final FastThreadLocal<Held<T>> ofThread = new FastThreadLocal<>();
    private final Function<EventLoop, T> maker;

    LoopLocal(Function<EventLoop, T> maker) {
        this.maker = maker;
    }

    /** The value of a loop, which the current thread must be. */
    T of(EventLoop loop) {
        assert loop.inEventLoop() : "not on " + loop;
        Held<T> held = ofThread.get();
        // A test may drive several loops by one thread.
        if (held == null || held.loop != loop) {
            held = new Held<>(loop, maker.apply(loop));
            ofThread.set(held);
        }
        return held.value;
    }

    private record Held<T>(EventLoop loop, T value) {
    }
}
