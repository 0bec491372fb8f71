package io.quarkiverse.volo.metainfo;

import java.util.Objects;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.vertx.core.impl.ContextInternal;

/**
 * The metainfo of one call, or of what a duplicated context is for, as transports see it. What is received is not checked but
 * filtered: empty keys and values are dropped.
 */
public final class CallMetainfo implements Metainfo {

    /**
     * Marks a call that is a retry, and all calls that it leads to: they are not tried again, so that retries of several hops
     * do not multiply. Kitex sets and obeys it, as a persistent value of any text.
     */
    public static final String RETRY_KEY = "RetryReq";

    /** How many different keys calls made in one context may bring back; what is more is dropped. */
    static final int MAX_DOWNSTREAM = 1024;

    private volatile Values persistent;
    private volatile Values transients;
    private volatile Values upstream;
    private volatile Values backward = FewValues.NONE;
    private volatile Values downstream = FewValues.NONE;

    /** Without any value. */
    public CallMetainfo() {
        this(FewValues.NONE, FewValues.NONE, FewValues.NONE);
    }

    private CallMetainfo(Values persistent, Values transients, Values upstream) {
        this.persistent = persistent;
        this.transients = transients;
        this.upstream = upstream;
    }

    static CallMetainfo current() {
        ContextInternal context = ContextInternal.current();
        if (context == null || !context.isDuplicate()) {
            throw new IllegalStateException("metainfo on " + Thread.currentThread().getName() + ": "
                    + (context == null ? "no Vert.x context" : "a Vert.x context that is shared")
                    + " (expected: the duplicated context of a served call, an HTTP request, ...; elsewhere give calls their own"
                    + " by CallOptions.withMetainfo(Metainfo.create()))");
        }
        return of(context);
    }

    /** That of a duplicated context, made now if there is none. */
    public static CallMetainfo of(ContextInternal context) {
        Object held = ContextKey.read(context);
        if (held == null) {
            held = context.localContextData().computeIfAbsent(ContextKey.INSTANCE, key -> new CallMetainfo());
        }
        return held instanceof MetainfoCarrier carrier ? carrier.metainfo() : (CallMetainfo) held;
    }

    /** That of a context; {@code null} if there is none. */
    public static @Nullable CallMetainfo ifAny(@Nullable ContextInternal context) {
        Object held = ContextKey.read(context);
        return held instanceof MetainfoCarrier carrier ? carrier.metainfoIfAny() : (CallMetainfo) held;
    }

    @Override
    public @Nullable String getPersistent(String key) {
        return persistent.get(key);
    }

    @Override
    public Metainfo setPersistent(String key, String value) {
        check("persistent", key, value);
        synchronized (this) {
            persistent = persistent.with(key, value);
        }
        return this;
    }

    @Override
    public synchronized Metainfo removePersistent(String key) {
        persistent = persistent.without(key);
        return this;
    }

    @Override
    public void forEachPersistent(BiConsumer<? super String, ? super String> action) {
        persistent.forEach(action);
    }

    /** The caller sent this persistent value. */
    public synchronized void receivedPersistent(String key, String value) {
        persistent = persistent.withReceived(key, value);
    }

    @Override
    public @Nullable String getTransient(String key) {
        return transients.get(key);
    }

    @Override
    public Metainfo setTransient(String key, String value) {
        check("transient", key, value);
        synchronized (this) {
            transients = transients.with(key, value);
        }
        return this;
    }

    @Override
    public synchronized Metainfo removeTransient(String key) {
        transients = transients.without(key);
        return this;
    }

    @Override
    public void forEachTransient(BiConsumer<? super String, ? super String> action) {
        transients.forEach(action);
    }

    @Override
    public @Nullable String getUpstream(String key) {
        return upstream.get(key);
    }

    @Override
    public void forEachUpstream(BiConsumer<? super String, ? super String> action) {
        upstream.forEach(action);
    }

    /** The caller sent this transient value, which is an upstream one here. */
    public synchronized void receivedTransient(String key, String value) {
        upstream = upstream.withReceived(key, value);
    }

    @Override
    public @Nullable String getBackward(String key) {
        return backward.get(key);
    }

    @Override
    public Metainfo setBackward(String key, String value) {
        check("backward", key, value);
        synchronized (this) {
            backward = backward.with(key, value);
        }
        return this;
    }

    @Override
    public synchronized Metainfo removeBackward(String key) {
        backward = backward.without(key);
        return this;
    }

    @Override
    public void forEachBackward(BiConsumer<? super String, ? super String> action) {
        backward.forEach(action);
    }

    @Override
    public @Nullable String getDownstream(String key) {
        return downstream.get(key);
    }

    @Override
    public void forEachDownstream(BiConsumer<? super String, ? super String> action) {
        downstream.forEach(action);
    }

    /** The peer that was called sent this backward value, which is a downstream one here. */
    public synchronized void receivedDownstream(String key, String value) {
        if (downstream.size() < MAX_DOWNSTREAM || downstream.get(key) != null) {
            downstream = downstream.withReceived(key, value);
        }
    }

    /** Whether the caller sent anything. */
    public boolean hasReceived() {
        return persistent.size() > 0 || upstream.size() > 0;
    }

    /** Whether there is anything for whoever is called. */
    public boolean hasForward() {
        return persistent.size() > 0 || transients.size() > 0;
    }

    /** Whether there is anything for whoever called. */
    public boolean hasBackward() {
        return backward.size() > 0;
    }

    /** Whether a peer has sent anything back. */
    public boolean hasDownstream() {
        return downstream.size() > 0;
    }

    /** What a call made now begins with: layers may change it for this call, the caller may change its own for the next one. */
    public CallMetainfo forCall() {
        return new CallMetainfo(persistent.snapshot(), transients.snapshot(), upstream.snapshot());
    }

    /** Gives the caller what its call has brought back. */
    public void handDownstreamTo(CallMetainfo caller) {
        downstream.forEach(caller::receivedDownstream);
    }

    @Override
    public CallMetainfo copy() {
        CallMetainfo copy = forCall();
        copy.backward = backward.snapshot();
        copy.downstream = downstream.snapshot();
        return copy;
    }

    private static void check(String kind, String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, () -> "value of " + key);
        if (key.isEmpty() || value.isEmpty()) {
            throw new IllegalArgumentException("metainfo, " + kind + ": '" + key + "' = '" + value
                    + "' (expected: a key and a value of at least one character each; remove what has no value)");
        }
    }

    @Override
    public String toString() {
        return "persistent " + persistent + ", transient " + transients + ", upstream " + upstream + ", backward " + backward
                + ", downstream " + downstream;
    }
}
