package io.quarkiverse.volo.grpc.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;

/** What a client of grpc-java receives. */
public final class Replies<T> implements ClientResponseObserver<T, T> {

    private final List<T> received = new CopyOnWriteArrayList<>();
    private final CompletableFuture<List<T>> all = new CompletableFuture<>();
    private final boolean onDemand;
    private volatile ClientCallStreamObserver<T> call;

    public Replies() {
        this(false);
    }

    /** @param onDemand whether replies come only when they are {@linkplain #request asked for} */
    public Replies(boolean onDemand) {
        this.onDemand = onDemand;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<T> stream) {
        call = stream;
        if (onDemand) {
            stream.disableAutoRequestWithInitial(0);
        }
    }

    public void request(int count) {
        call.request(count);
    }

    public void cancel() {
        call.cancel("on purpose", null);
    }

    /** Whether what is sent would not wait. */
    public boolean isReady() {
        return call.isReady();
    }

    @Override
    public void onNext(T message) {
        received.add(message);
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        all.complete(received);
    }

    /** Those that have come so far. */
    public List<T> received() {
        return received;
    }

    /** All of them, when the call has ended; throws if it failed. */
    public List<T> await() {
        return all.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Why the call failed. */
    public Throwable awaitFailure() {
        try {
            throw new AssertionError("answered: " + await());
        } catch (CompletionException e) {
            return e.getCause();
        }
    }
}
