package io.quarkiverse.volo.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;

/** A Vert.x instance for one test, and how to wait for it. */
final class VertxForTests implements AutoCloseable {

    static final int SECONDS = 10;

    final Vertx vertx;

    VertxForTests(int loops) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    }

    /** All event loops, in the order of the group. */
    List<EventLoop> loops() {
        var loops = new ArrayList<EventLoop>();
        ((VertxInternal) vertx).getEventLoopGroup().forEach(loop -> loops.add((EventLoop) loop));
        return loops;
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        await(vertx.close());
    }
}
