package io.quarkiverse.volo.transport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;

/**
 * Shares connections that serve many calls at once. Each event loop has its own: one to an address, and another one when that
 * has no more room, up to {@link PoolOptions#maxConnections()}; after that calls wait, first come first served. So a call
 * crosses no thread, and there is nothing to lock.
 *
 * <p>
 * A connection without a call stays until it drains of its own accord; {@link PoolOptions#minIdle()} is of no meaning here.
 */
public final class MultiplexPool<C extends SharedConnection> implements Connections<C> {

    private final PoolOptions options;
    private final ConnectionFactory<C> factory;
    /** The map of a loop is touched on that loop only. */
    private final ConcurrentMap<EventLoop, Map<Address, LoopConnections<C>>> loops = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param options the bounds for one address on one event loop
     * @param factory opens what is missing
     */
    public MultiplexPool(PoolOptions options, ConnectionFactory<C> factory) {
        this.options = options;
        this.factory = factory;
    }

    @Override
    public Lease lease(Address address, EventLoop loop, ConnectionCallback<? super C> callback) {
        if (closed) {
            callback.failed(LeaseFailure.closed(address));
            return Lease.OVER;
        }
        Map<Address, LoopConnections<C>> ofLoop = loops.computeIfAbsent(loop, any -> new HashMap<>());
        return ofLoop.computeIfAbsent(address,
                any -> new LoopConnections<>(address, loop, options, factory, unused -> ofLoop.remove(address, unused)))
                .lease(callback);
    }

    @Override
    public void drop(Address address) {
        onEachLoop(ofLoop -> {
            LoopConnections<C> connections = ofLoop.remove(address);
            if (connections != null) {
                connections.end(LeaseFailure.dropped(address));
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        onEachLoop(ofLoop -> {
            List<LoopConnections<C>> all = List.copyOf(ofLoop.values());
            ofLoop.clear();
            all.forEach(connections -> connections.end(LeaseFailure.closed(connections.address())));
        });
    }

    private void onEachLoop(Consumer<Map<Address, LoopConnections<C>>> task) {
        loops.forEach((loop, ofLoop) -> {
            if (loop.inEventLoop()) {
                task.accept(ofLoop);
            } else {
                NextLook.later(loop, () -> task.accept(ofLoop));
            }
        });
    }

    /** For tests: how many addresses all event loops know. */
    int known() {
        return loops.values().stream().mapToInt(Map::size).sum();
    }
}
