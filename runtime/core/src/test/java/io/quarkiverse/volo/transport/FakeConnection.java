package io.quarkiverse.volo.transport;

import io.netty.channel.EventLoop;

/** A connection without a socket. */
final class FakeConnection implements PooledConnection {

    final EventLoop loop;
    final int number;
    volatile boolean alive = true;
    volatile boolean closed;

    FakeConnection(EventLoop loop, int number) {
        this.loop = loop;
        this.number = number;
    }

    @Override
    public EventLoop eventLoop() {
        return loop;
    }

    @Override
    public boolean isReusable() {
        if (!loop.inEventLoop()) {
            throw new AssertionError("isReusable on a foreign thread");
        }
        return alive && !closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "connection " + number;
    }
}
