package io.quarkiverse.volo.grpc.services;

import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/**
 * Someone who watches a service. Keeps the last status only: whoever reads slowly is told of the last change, and of none that
 * was undone meanwhile.
 */
final class HealthWatch implements Subscription {

    private final HealthStatus health;
    private final String service;
    private final MultiSubscriber<? super ServingStatus> subscriber;
    private final AtomicLong requested = new AtomicLong();
    /** How often there was something to do since one thread began to do it. */
    private final AtomicInteger work = new AtomicInteger();
    private volatile ServingStatus current = ServingStatus.SERVICE_UNKNOWN;
    private volatile boolean ending;
    private volatile boolean over;
    /** Of the thread that is at work. */
    private @Nullable ServingStatus told;

    HealthWatch(HealthStatus health, String service, MultiSubscriber<? super ServingStatus> subscriber) {
        this.health = health;
        this.service = service;
        this.subscriber = subscriber;
    }

    String service() {
        return service;
    }

    /** To be told by {@link #tell}. */
    void changed(ServingStatus status) {
        current = status;
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            cancel();
            subscriber.onFailure(Subscriptions.getInvalidRequestException());
            return;
        }
        Subscriptions.add(requested, n);
        tell();
    }

    @Override
    public void cancel() {
        over = true;
        health.remove(this);
    }

    /** The server stops. */
    void end() {
        ending = true;
        tell();
    }

    /** Tells what has changed, as far as it is asked for; by one thread at a time. */
    void tell() {
        int todo = work.getAndIncrement() == 0 ? 1 : 0;
        while (todo != 0) {
            tellOnce();
            todo = work.addAndGet(-todo);
        }
    }

    private void tellOnce() {
        ServingStatus now = current;
        if (!over && now != told && requested.get() > 0) {
            told = now;
            Subscriptions.produced(requested, 1);
            subscriber.onItem(now);
        }
        if (!over && ending) {
            cancel();
            subscriber.onFailure(Status.UNAVAILABLE.withDescription("the server stops").asRuntimeException());
        }
    }
}
