package io.quarkiverse.volo.grpc.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.grpc.codec.MessageWriter;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/**
 * Sends the messages of a stream. Asks for more as the peer takes what was sent, so a slow peer holds the producer back: at
 * most {@value #ENOUGH} bytes wait here, and one message, or as many of the last one's size as make so many bytes. The
 * producer may be on any thread; all else happens on the connection's event loop.
 *
 * @param <T> a message
 */
public final class OutgoingMessages<T> implements MultiSubscriber<T> {

    /** With so many bytes waiting nothing more is asked for. */
    static final int ENOUGH = 64 * 1024;

    private static final int MOST_ASKED_FOR = 64;

    private final GrpcStream stream;
    private final MessageWriter<T> writer;
    private final Executor place;
    private final End end;
    private final Runnable asking = this::ask;
    /** What the producer has handed over on other threads, and the event loop not taken yet. */
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private volatile @Nullable Subscription producer;

    /** Bytes that have been written and have not left. */
    private int waiting;
    /** Messages that have been asked for and have not come. */
    private int askedFor;
    /** How many it makes sense to ask for, as the last one's size tells. */
    private int batch = 1;
    private boolean done;

    /** Who is told how the messages ended, on the event loop; what has been written before may still wait for the peer. */
    public interface End {

        /** All have been written. */
        void completed();

        /** The producer has failed, or a message cannot be written; the producer is cancelled then. */
        void failed(Throwable failure);
    }

    /** @param place runs the producer where it belongs, at once, on the current thread */
    public OutgoingMessages(GrpcStream stream, MessageWriter<T> writer, Executor place, End end) {
        this.stream = stream;
        this.writer = writer;
        this.place = place;
        this.end = end;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        producer = subscription;
        run(this::askFirst);
    }

    private void askFirst() {
        if (done) {
            cancelProducer();
        } else {
            place.execute(asking);
        }
    }

    @Override
    public void onItem(T message) {
        if (onTheirWay.get() == 0 && stream.connection().eventLoop().inEventLoop()) {
            write(message);
        } else {
            run(() -> write(message));
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        run(() -> finish(failure));
    }

    @Override
    public void onCompletion() {
        run(() -> finish(null));
    }

    /** Runs the task on the event loop, in the order of the calls. */
    private void run(Runnable task) {
        if (onTheirWay.get() == 0 && stream.connection().eventLoop().inEventLoop()) {
            task.run();
            return;
        }
        onTheirWay.incrementAndGet();
        stream.connection().inbox().execute(() -> {
            onTheirWay.decrementAndGet();
            task.run();
        });
    }

    private void write(T message) {
        if (done) {
            return;
        }
        askedFor--;
        ByteBuf bytes;
        try {
            bytes = writer.write(stream.connection().alloc(), message);
        } catch (StatusRuntimeException e) {
            cancel();
            end.failed(e);
            return;
        }
        int size = bytes.readableBytes();
        waiting += size;
        batch = Math.min(MOST_ASKED_FOR, Math.max(1, ENOUGH / size));
        stream.connection().writeData(stream, bytes, false).addListener(sent -> {
            if (sent.isSuccess()) {
                left(size);
            } else {
                // The stream is gone, or about to be: whoever it belongs to is told by that.
                cancel();
            }
        });
        if (askedFor <= batch / 2) {
            place.execute(asking);
        }
    }

    private void left(int size) {
        boolean full = waiting >= ENOUGH;
        waiting -= size;
        if (full && !done) {
            place.execute(asking);
        }
    }

    private void ask() {
        Subscription asked = producer;
        int more = batch - askedFor;
        if (asked != null && !done && waiting < ENOUGH && more > 0) {
            askedFor += more;
            asked.request(more);
        }
    }

    private void finish(@Nullable Throwable failure) {
        if (done) {
            return;
        }
        done = true;
        if (failure == null) {
            end.completed();
        } else {
            end.failed(failure);
        }
    }

    /** Sends nothing more, and cancels the producer. */
    public void cancel() {
        if (!done) {
            done = true;
            place.execute(this::cancelProducer);
        }
    }

    private void cancelProducer() {
        Subscription cancelled = producer;
        if (cancelled != null) {
            cancelled.cancel();
        }
    }
}
