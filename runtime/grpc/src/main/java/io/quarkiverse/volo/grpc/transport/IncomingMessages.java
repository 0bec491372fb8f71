package io.quarkiverse.volo.grpc.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.grpc.codec.MessageReader;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/**
 * The messages that arrive on a stream. Bytes count as consumed when the message they belong to has been asked for, so a slow
 * subscriber holds the peer back: at most the stream's window waits here, and one message that does not fit into it. Has one
 * subscriber, which may ask and cancel by any thread; all else happens on the connection's event loop.
 *
 * @param <T> a message
 */
public final class IncomingMessages<T> extends AbstractMulti<T> implements Subscription {

    private final GrpcStream stream;
    private final MessageReader<T> reader;
    private final Executor place;
    private final Consumer<StatusRuntimeException> broken;
    private final AtomicLong requested = new AtomicLong();
    private boolean taken;
    private volatile @Nullable MultiSubscriber<? super T> subscriber;
    /** By the subscriber, or because it has been told the end. */
    private volatile boolean cancelled;

    /** Bytes that the peer has not been told are consumed. */
    private int unconsumed;
    /** Consumed while bytes are read: told by what {@link #dataRead} answers. */
    private boolean inRead;
    private boolean draining;
    /** All of the stream is here. */
    private boolean complete;
    /** Nothing more is kept for the subscriber, which may still have to be told how it ended. */
    private boolean done;
    private @Nullable Throwable failure;

    /**
     * @param place runs the subscriber where it belongs, at once, on the current thread
     * @param broken told of bytes that are no messages, after the subscriber
     */
    public IncomingMessages(GrpcStream stream, MessageReader<T> reader, Executor place,
            Consumer<StatusRuntimeException> broken) {
        this.stream = stream;
        this.reader = reader;
        this.place = place;
        this.broken = broken;
    }

    /** For {@link GrpcStream#dataRead}. */
    public int dataRead(ByteBuf data, int padding) {
        int size = data.readableBytes();
        if (done) {
            return size + padding;
        }
        int before = unconsumed + size + padding;
        unconsumed += size;
        inRead = true;
        try {
            reader.add(data);
            drain();
            reader.keepRest();
        } finally {
            inRead = false;
        }
        return before - unconsumed;
    }

    /** Nothing follows. */
    public void complete() {
        complete = true;
        drain();
    }

    /** Nothing follows but a failure, which is told behind the messages that are there. */
    public void completeWith(Throwable failure) {
        this.failure = failure;
        complete();
    }

    /** The stream has failed; what has not been asked for is lost. */
    public void fail(Throwable failure) {
        if (!done) {
            this.failure = failure;
            stop();
            place.execute(this::tellEnd);
        }
    }

    private void tellEnd() {
        MultiSubscriber<? super T> told = subscriber;
        Throwable failed = failure;
        if (told == null || cancelled) {
            return;
        }
        cancelled = true;
        if (failed != null) {
            told.onFailure(failed);
        } else {
            told.onCompletion();
        }
    }

    /** Keeps nothing from now on; what comes is thrown away. */
    private void stop() {
        done = true;
        reader.release();
        consume(unconsumed);
    }

    private void consume(int bytes) {
        unconsumed -= bytes;
        if (!inRead) {
            stream.connection().consumed(stream, bytes);
        }
    }

    @Override
    public void subscribe(MultiSubscriber<? super T> next) {
        synchronized (this) {
            if (taken) {
                Subscriptions.fail(next,
                        new IllegalStateException("messages of a stream: subscribed to again (expected: once)"));
                return;
            }
            taken = true;
        }
        next.onSubscribe(this);
        subscriber = next;
        wake();
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            stream.connection().inbox().execute(() -> fail(Subscriptions.getInvalidRequestException()));
            return;
        }
        Subscriptions.add(requested, n);
        wake();
    }

    @Override
    public void cancel() {
        cancelled = true;
        wake();
    }

    private void wake() {
        if (stream.connection().eventLoop().inEventLoop()) {
            drain();
        } else {
            stream.connection().inbox().execute(this::drain);
        }
    }

    /** Hands on what is there as far as it is asked for. */
    private void drain() {
        if (draining || (subscriber == null && !cancelled)) {
            return;
        }
        if (done) {
            place.execute(this::tellEnd);
            return;
        }
        draining = true;
        try {
            place.execute(this::handOn);
        } finally {
            draining = false;
        }
        if (!done) {
            // What has been asked for must get here whole, however long it is.
            consume(requested.get() > 0 ? unconsumed : Math.max(0, unconsumed - reader.rest()));
            if (!inRead) {
                reader.keepRest();
            }
        }
    }

    private void handOn() {
        MultiSubscriber<? super T> next = subscriber;
        try {
            while (!cancelled && !done && next != null && requested.get() > 0 && reader.rest() > 0) {
                T message = reader.next();
                if (message == null) {
                    break;
                }
                Subscriptions.produced(requested, 1);
                next.onItem(message);
            }
            if (cancelled) {
                stop();
            } else if (!done && next != null && complete) {
                end();
            }
        } catch (StatusRuntimeException e) {
            fail(e);
            broken.accept(e);
        }
    }

    private void end() {
        if (reader.rest() == 0) {
            stop();
            tellEnd();
        } else if (requested.get() > 0) {
            throw reader.cutOff();
        }
    }
}
