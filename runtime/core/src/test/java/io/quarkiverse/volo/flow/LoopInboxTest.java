package io.quarkiverse.volo.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;

class LoopInboxTest {

    private final AtomicInteger wakeUps = new AtomicInteger();
    private final EventLoop loop = new DefaultEventLoop() {

        @Override
        public void execute(Runnable task) {
            wakeUps.incrementAndGet();
            super.execute(task);
        }
    };

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void whatGathersWhileTheLoopIsBusyIsBroughtInOrderByOneWakeUp() throws Exception {
        LoopInbox inbox = loop.submit(() -> LoopInbox.of(loop)).get();
        CountDownLatch busy = new CountDownLatch(1);
        loop.execute(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        int before = wakeUps.get();
        List<Integer> order = new ArrayList<>();
        CompletableFuture<Void> last = new CompletableFuture<>();

        for (int i = 0; i < 100; i++) {
            int number = i;
            inbox.execute(() -> order.add(number));
        }
        inbox.execute(() -> last.complete(null));
        busy.countDown();
        last.get(10, TimeUnit.SECONDS);

        assertThat(wakeUps.get() - before).isEqualTo(1);
        assertThat(order).hasSize(100).isSorted();
    }

    @Test
    void aTaskThatFailsDoesNotKeepTheOthersFromRunning() throws Exception {
        LoopInbox inbox = loop.submit(() -> LoopInbox.of(loop)).get();
        CompletableFuture<Void> behind = new CompletableFuture<>();
        CompletableFuture<Void> later = new CompletableFuture<>();

        inbox.execute(() -> {
            throw new OutOfMemoryError("for a test");
        });
        inbox.execute(() -> behind.complete(null));
        behind.get(10, TimeUnit.SECONDS);
        inbox.execute(() -> later.complete(null));

        later.get(10, TimeUnit.SECONDS);
    }
}
