package io.quarkiverse.volo.grpc.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * What the server's health service says: for each service by its full name, and by the empty name, {@link #SERVER}, for the
 * server as a whole. An application injects it to say that a service cannot be called for a while:
 *
 * <pre>{@code
 * health.set("acme.Greeter", ServingStatus.NOT_SERVING);
 * }</pre>
 *
 * Thread-safe; those who watch a service are told by the thread that changes it, which does not wait for them.
 */
public final class HealthStatus {

    /** The name of the server as a whole. */
    public static final String SERVER = "";

    /** So many may watch; one more is refused. */
    static final int MAX_WATCHES = 10_000;

    private final Map<String, ServingStatus> statuses = new HashMap<>();
    private final Map<String, Set<HealthWatch>> watches = new HashMap<>();
    private int watchCount;
    private boolean stopping;

    /**
     * Says how a service is, whether it was known before or not. Does nothing once the server stops: it stays
     * {@link ServingStatus#NOT_SERVING} then.
     *
     * @param service its full name in the IDL: {@code acme.Greeter}; or {@link #SERVER}
     * @param status any but {@link ServingStatus#SERVICE_UNKNOWN}, for which there is {@link #clear}
     */
    public void set(String service, ServingStatus status) {
        Objects.requireNonNull(service, "service");
        if (Objects.requireNonNull(status, "status") == ServingStatus.SERVICE_UNKNOWN) {
            throw new IllegalArgumentException("status of '" + service
                    + "': SERVICE_UNKNOWN (expected: SERVING, NOT_SERVING or UNKNOWN; clear() forgets a service)");
        }
        change(service, status);
    }

    /** Forgets a service: who asks for it is told that there is none. */
    public void clear(String service) {
        change(Objects.requireNonNull(service, "service"), null);
    }

    /** What was said of a service last; empty if it is not known. */
    public synchronized Optional<ServingStatus> get(String service) {
        return Optional.ofNullable(statuses.get(service));
    }

    /**
     * The server is about to stop: says {@link ServingStatus#NOT_SERVING} of everything, to those who watch as well, from now
     * on.
     */
    public void stopServing() {
        List<HealthWatch> told = new ArrayList<>();
        synchronized (this) {
            stopping = true;
            statuses.replaceAll((service, status) -> ServingStatus.NOT_SERVING);
            statuses.forEach((service, status) -> told.addAll(watching(service, status)));
        }
        told.forEach(HealthWatch::tell);
    }

    /**
     * Lets those go who watch: they would hold their connections open. What they have not been told yet they are told first.
     */
    public void endWatches() {
        List<HealthWatch> told = new ArrayList<>();
        synchronized (this) {
            watches.values().forEach(told::addAll);
        }
        told.forEach(HealthWatch::end);
    }

    private void change(String service, @Nullable ServingStatus status) {
        Set<HealthWatch> told;
        synchronized (this) {
            if (stopping) {
                return;
            }
            if (status == null) {
                statuses.remove(service);
            } else {
                statuses.put(service, status);
            }
            told = watching(service, status);
        }
        told.forEach(HealthWatch::tell);
    }

    /** Those who are to be told, outside of the lock. */
    private Set<HealthWatch> watching(String service, @Nullable ServingStatus status) {
        Set<HealthWatch> all = Set.copyOf(watches.getOrDefault(service, Set.of()));
        all.forEach(watch -> watch.changed(seen(status)));
        return all;
    }

    private static ServingStatus seen(@Nullable ServingStatus status) {
        return status == null ? ServingStatus.SERVICE_UNKNOWN : status;
    }

    /** Has someone watch; throws if there are too many. */
    synchronized void add(HealthWatch watch) throws StatusRuntimeException {
        if (watchCount == MAX_WATCHES) {
            throw Status.RESOURCE_EXHAUSTED.withDescription("watches of health: " + watchCount + " (expected: no more)")
                    .asRuntimeException();
        }
        watchCount++;
        watches.computeIfAbsent(watch.service(), service -> new HashSet<>()).add(watch);
        watch.changed(seen(statuses.get(watch.service())));
    }

    synchronized void remove(HealthWatch watch) {
        Set<HealthWatch> same = watches.get(watch.service());
        if (same != null && same.remove(watch)) {
            watchCount--;
            if (same.isEmpty()) {
                watches.remove(watch.service());
            }
        }
    }

    /** How many watch. */
    synchronized int watchCount() {
        return watchCount;
    }
}
