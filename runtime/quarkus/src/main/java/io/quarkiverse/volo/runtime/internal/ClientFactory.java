package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.loadbalance.RoundRobin;
import io.quarkiverse.volo.runtime.config.ClientConfig;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.thrift.client.ThriftClient;
import io.quarkiverse.volo.thrift.client.ThriftClientOptions;
import io.quarkiverse.volo.thrift.client.ThriftTransport;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;

/** Puts clients together as they are configured. */
final class ClientFactory {

    private final VoloConfig config;
    private final Vertx vertx;
    private final LaunchMode mode;
    private final List<String> callLayers;
    private final List<String> attemptLayers;
    private final NamedLayers namedLayers;
    private final CallLoops loops;
    private volatile @Nullable Address ownServer;

    /**
     * @param callLayers the identifiers of the layers around all calls, outermost first
     * @param attemptLayers the identifiers of the layers around all attempts, outermost first
     * @param namedLayers the layers that a client's configuration may name
     */
    ClientFactory(VoloConfig config, Vertx vertx, LaunchMode mode, List<String> callLayers, List<String> attemptLayers,
            NamedLayers namedLayers) {
        this.config = config;
        this.vertx = vertx;
        this.mode = mode;
        this.callLayers = callLayers;
        this.attemptLayers = attemptLayers;
        this.namedLayers = namedLayers;
        this.loops = new CallLoops(vertx);
    }

    void ownServer(Address address) {
        ownServer = address;
    }

    /** A client that calls its configured addresses, or else the application's own server. */
    ThriftClient configured(String name) {
        Supplier<Address> addresses = configOf(name).address()
                .<Supplier<Address>> map(text -> new RoundRobin(ClientAddresses.parse(name, text)))
                .orElse(() -> ownServerFor(name));
        return calling(name, addresses);
    }

    /** A client with the configuration of that name, but addresses of its own. */
    ThriftClient calling(String name, Supplier<Address> addresses) {
        ClientConfig client = configOf(name);
        ClientOptions options = ClientOptions.of(name, addresses)
                .withTimeout(client.timeoutIn(mode), " (key: " + ClientAddresses.key(name, "timeout") + ")")
                .withLayers(namedLayers.inside(callLayers, client.layers()), Beans.layers(attemptLayers));
        return new ThriftClient(vertx, loops, options, thrift(name, client),
                connecting(client),
                pooling(client));
    }

    private ConnectorOptions connecting(ClientConfig client) {
        // No class loader: Quarkus gives its threads the application's itself.
        ConnectorOptions options = ConnectorOptions.plaintext(null).with(client.connectTimeout(), new NetClientOptions());
        return mode == LaunchMode.DEVELOPMENT ? options.withOpened(OwnConnections::opened) : options;
    }

    private static PoolOptions pooling(ClientConfig client) {
        return PoolOptions.DEFAULT.withBounds(client.maxConnections(), client.maxWaiting()).withMinIdle(client.minIdle())
                .withWaitTimeout(client.waitTimeout());
    }

    private ClientConfig configOf(String name) {
        // A name that nobody configured has the defaults.
        return Objects.requireNonNull(config.clients().get(name), name);
    }

    private static ThriftClientOptions thrift(String name, ClientConfig client) {
        return new ThriftClientOptions(ThriftTransport.valueOf(client.transport().name()),
                ServerSettings.bytes(ClientAddresses.key(name, "max-frame-size"), client.maxFrameSize()),
                BinaryReader.DEFAULT_MAX_DEPTH, client.idleTimeout(), client.maxAge());
    }

    private Address ownServerFor(String name) {
        Address own = ownServer;
        if (own == null) {
            throw new VoloException(ErrorKind.UNAVAILABLE, ClientAddresses.key(name, "address")
                    + ": not set, and the application serves nothing itself (expected: host:port of the peer)", null, true);
        }
        return own;
    }
}
