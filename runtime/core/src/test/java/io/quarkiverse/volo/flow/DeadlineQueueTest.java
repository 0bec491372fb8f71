package io.quarkiverse.volo.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.util.internal.DefaultPriorityQueue;
import io.quarkiverse.volo.context.Deadline;

class DeadlineQueueTest {

    private final EventLoop loop = new DefaultEventLoop();
    private final List<String> passed = new ArrayList<>();

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private class Entry implements DeadlineQueue.Entry {

        private final String name;
        private final Deadline deadline;
        private int index = INDEX_NOT_IN_QUEUE;

        Entry(String name, int millis) {
            this.name = name;
            this.deadline = Deadline.after(Duration.ofMillis(millis));
        }

        @Override
        public long deadlineNanoTime() {
            return deadline.nanoTime();
        }

        @Override
        public void deadlinePassed() {
            passed.add(name + (deadline.hasPassed() ? "" : " too early"));
        }

        @Override
        public int priorityQueueIndex(DefaultPriorityQueue<?> queue) {
            return index;
        }

        @Override
        public void priorityQueueIndex(DefaultPriorityQueue<?> queue, int index) {
            this.index = index;
        }
    }

    @Test
    void deadlinesPassInTheirOrderAndRemovedOnesDoNot() throws Exception {
        CompletableFuture<Integer> left = new CompletableFuture<>();
        loop.execute(() -> {
            DeadlineQueue queue = DeadlineQueue.of(loop);
            Entry removed = new Entry("removed", 20);
            queue.add(new Entry("far", 60));
            queue.add(removed);
            queue.add(new Entry("near", 10));
            queue.add(new Entry("at once", 0));
            queue.remove(removed);
            queue.remove(removed);
        });
        loop.schedule(() -> left.complete(DeadlineQueue.of(loop).size()), 150, TimeUnit.MILLISECONDS);

        assertThat(left.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(passed).containsExactly("at once", "near", "far");
    }

    @Test
    void anyThreadMayRemoveAnEntry() throws Exception {
        CompletableFuture<DeadlineQueue> queue = new CompletableFuture<>();
        CompletableFuture<Integer> left = new CompletableFuture<>();
        Entry removed = new Entry("removed", 60_000);
        loop.execute(() -> {
            DeadlineQueue.of(loop).add(removed);
            queue.complete(DeadlineQueue.of(loop));
        });

        queue.get(10, TimeUnit.SECONDS).removeSoon(removed);

        loop.execute(() -> left.complete(DeadlineQueue.of(loop).size()));
        assertThat(left.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void anEntryAddedWhileOthersPassIsServedToo() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> DeadlineQueue.of(loop).add(new Entry("first", 5) {

            @Override
            public void deadlinePassed() {
                super.deadlinePassed();
                DeadlineQueue.of(loop).add(new Entry("second", 5) {

                    @Override
                    public void deadlinePassed() {
                        super.deadlinePassed();
                        done.complete(null);
                    }
                });
            }
        }));

        done.get(10, TimeUnit.SECONDS);
        assertThat(passed).containsExactly("first", "second");
    }
}
