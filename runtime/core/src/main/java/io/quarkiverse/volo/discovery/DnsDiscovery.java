package io.quarkiverse.volo.discovery;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/**
 * Takes every address of a DNS name for an instance, all with the name's port. Resolves the name when it is looked up first,
 * and again and again from then on; while that fails, the last addresses that were found stay.
 *
 * <p>
 * One event loop does all the work, so that nothing needs a lock.
 */
public final class DnsDiscovery implements Discovery {

    private static final Logger LOG = Logger.getLogger(DnsDiscovery.class);

    /** For so long calls fail at once after the name could not be resolved: whoever resolves it is not asked by each call. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Address name;
    private final Duration refresh;
    private final String key;
    private final EventLoop loop;
    private final NameResolver resolver;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Address> instances = List.of();

    // On the event loop only.
    private final Set<InstancesCallback> waiting = new LinkedHashSet<>();
    private boolean resolving;
    private boolean closed;
    private @Nullable Throwable failure;
    private long failedAt;
    private @Nullable Future<?> nextRefresh;

    DnsDiscovery(Address name, Duration refresh, String key, EventLoop loop, NameResolver resolver) {
        this.name = name;
        this.refresh = refresh;
        this.key = key;
        this.loop = loop;
        this.resolver = resolver;
    }

    /**
     * The instances behind a name; fixed if it is an IP address.
     *
     * @param vertx whose resolver is asked
     * @param refresh how long after an answer the name is resolved again
     * @param key where the name is configured, for messages
     */
    public static Discovery of(Vertx vertx, Address name, Duration refresh, String key) {
        if (NetUtil.isValidIpV4Address(name.host()) || NetUtil.isValidIpV6Address(name.host())) {
            return FixedDiscovery.of(name);
        }
        VertxInternal internal = (VertxInternal) vertx;
        EventLoop loop = internal.getEventLoopGroup().next();
        // No class loader, as it would live as long as Vert.x does.
        ContextInternal context = internal.createEventLoopContext(loop, null, null);
        return new DnsDiscovery(name, refresh, key, loop, new VertxNameResolver(context));
    }

    @Override
    public List<Address> instances() {
        return instances;
    }

    @Override
    public Lookup lookUp(InstancesCallback callback) {
        loop.execute(() -> await(callback));
        return () -> loop.execute(() -> waiting.remove(callback));
    }

    @Override
    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        try {
            loop.execute(this::stop);
        } catch (RejectedExecutionException e) { // shut down, and with it what was planned
            LOG.debugf("%s: closed after its event loop", this);
        }
    }

    private void await(InstancesCallback callback) {
        if (closed) {
            callback.unknown(closedFailure());
        } else if (!instances.isEmpty()) {
            callback.known(instances);
        } else if (failure != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            callback.unknown(notResolved(failure));
        } else {
            waiting.add(callback);
            resolve();
        }
    }

    private void resolve() {
        if (resolving || closed) {
            return;
        }
        resolving = true;
        try {
            resolver.resolve(name.host()).onComplete(answer -> loop.execute(() -> resolved(answer)));
        } catch (RejectedExecutionException e) { // Vert.x is closed
            failed(e);
        }
    }

    private void resolved(AsyncResult<List<InetAddress>> answer) {
        if (answer.failed()) {
            failed(answer.cause());
        } else if (answer.result().isEmpty()) {
            failed(new IllegalStateException("it has no addresses"));
        } else {
            found(addresses(answer.result()));
        }
    }

    private List<Address> addresses(List<InetAddress> hosts) {
        return hosts.stream().map(host -> Address.of(host.getHostAddress(), name.port())).distinct().toList();
    }

    private void found(List<Address> now) {
        resolving = false;
        if (closed) {
            return;
        }
        if (failure != null) {
            LOG.infof("%s: resolved again: %s", this, now);
            failure = null;
        }
        change(now);
        refreshLater();
        tellWaiting(callback -> callback.known(instances));
    }

    private void change(List<Address> now) {
        Change change = Change.between(instances, now);
        if (change.isEmpty()) {
            return;
        }
        instances = now;
        LOG.debugf("%s: came %s, went %s", this, change.added(), change.removed());
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: a listener failed", this);
            }
        }
    }

    private void failed(Throwable cause) {
        resolving = false;
        if (closed) {
            return;
        }
        if (failure == null) {
            LOG.warnf("%s%s", notResolved(cause).getMessage(),
                    instances.isEmpty() ? "" : "; the addresses known so far stay: " + instances);
        }
        failure = cause;
        failedAt = System.nanoTime();
        if (!instances.isEmpty()) {
            refreshLater();
        }
        tellWaiting(callback -> callback.unknown(notResolved(cause)));
    }

    /** Each of them, though another fails, as one does whose event loop is shut down. */
    private void tellWaiting(Consumer<InstancesCallback> news) {
        List<InstancesCallback> all = List.copyOf(waiting);
        waiting.clear();
        for (InstancesCallback callback : all) {
            try {
                news.accept(callback);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: one who waited for it failed", this);
            }
        }
    }

    private void refreshLater() {
        try {
            nextRefresh = loop.schedule(this::resolve, refresh.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) { // shut down
            LOG.debugf("%s: not resolved again, as its event loop is shut down", this);
        }
    }

    private void stop() {
        closed = true;
        if (nextRefresh != null) {
            nextRefresh.cancel(false);
        }
        tellWaiting(callback -> callback.unknown(closedFailure()));
    }

    private VoloException notResolved(Throwable cause) {
        return new VoloException(ErrorKind.CONNECT, this + ": the name was not resolved: "
                + (cause.getMessage() == null ? cause.toString() : cause.getMessage()), cause, true);
    }

    private VoloException closedFailure() {
        return new VoloException(ErrorKind.UNAVAILABLE, this + ": the client is closed", null, true);
    }

    @Override
    public String toString() {
        return key + ": dns://" + name;
    }
}
