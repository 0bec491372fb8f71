package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Objects;

import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.discovery.DnsDiscovery;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.grpc.client.GrpcClient;
import io.quarkiverse.volo.runtime.config.ClientConfig;
import io.quarkiverse.volo.runtime.config.MalformedUtf8;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.thrift.client.ThriftClient;
import io.quarkiverse.volo.thrift.client.ThriftClientOptions;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
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
    private final OwnServer ownServer = new OwnServer();

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
        ownServer.listensOn(address);
    }

    /** Finds the configured addresses of a client, or else the application's own server. */
    Discovery discovery(String name) {
        return configOf(name).address()
                .map(text -> discovery(name, ClientAddresses.parse(name, text)))
                .orElseGet(() -> ownServer.seenBy(name));
    }

    private Discovery discovery(String name, ClientTarget target) {
        return target instanceof ClientTarget.Dns dns
                ? DnsDiscovery.of(vertx, dns.name(), configOf(name).dnsRefresh(), ClientAddresses.key(name))
                : new FixedDiscovery(((ClientTarget.Fixed) target).addresses());
    }

    /** A client with the configuration of that name. */
    ThriftClient thrift(String name, Discovery discovery) {
        ClientConfig client = configOf(name);
        return new ThriftClient(vertx, loops, calls(name, discovery), thrift(name, client), connecting(client),
                pooling(client));
    }

    /** A client with the configuration of that name. */
    GrpcClient grpc(String name, Discovery discovery) {
        ClientConfig client = configOf(name);
        return new GrpcClient(vertx, loops, calls(name, discovery), GrpcSettings.of(name, client), connecting(client),
                pooling(client));
    }

    ClientOptions calls(String name, Discovery discovery) {
        ClientConfig client = configOf(name);
        return ClientOptions.of(name, discovery)
                .withNames(config.applicationName().orElse(""), client.calleeName().orElse(name))
                .withTimeout(client.timeoutIn(mode), " (key: " + ClientAddresses.key(name, "timeout") + ")")
                .withLayers(namedLayers.inside(callLayers, client.layers()), Beans.layers(attemptLayers));
    }

    ConnectorOptions connecting(ClientConfig client) {
        // No class loader: Quarkus gives its threads the application's itself.
        ConnectorOptions options = ConnectorOptions.plaintext(null).with(client.connectTimeout(), new NetClientOptions());
        return mode == LaunchMode.DEVELOPMENT ? options.withOpened(OwnConnections::opened) : options;
    }

    static PoolOptions pooling(ClientConfig client) {
        return PoolOptions.DEFAULT.withBounds(client.maxConnections(), client.maxWaiting()).withMinIdle(client.minIdle())
                .withWaitTimeout(client.waitTimeout());
    }

    private ClientConfig configOf(String name) {
        // A name that nobody configured has the defaults.
        return Objects.requireNonNull(config.clients().get(name), name);
    }

    static ThriftClientOptions thrift(String name, ClientConfig client) {
        MessageForm form = MessageForm.of(ThriftTransport.valueOf(client.transport().name()),
                MessageProtocol.valueOf(client.protocol().name()));
        String hint = "; the peer may not speak TTHeader (key: " + ClientAddresses.key(name, "transport")
                + "=framed or buffered)";
        return new ThriftClientOptions(form, hint, client.strictMetainfo(), inFlight(name, client),
                ServerSettings.bytes(ClientAddresses.key(name, "max-frame-size"), client.maxFrameSize()),
                decoding(name, client), client.idleTimeout(), client.maxAge());
    }

    private static int inFlight(String name, ClientConfig client) {
        if (client.maxInFlight() < 1) {
            throw new IllegalArgumentException(
                    ClientAddresses.key(name, "max-in-flight") + ": " + client.maxInFlight() + " (expected: at least 1)");
        }
        return client.multiplex() ? client.maxInFlight() : 0;
    }

    private static DecodeLimits decoding(String name, ClientConfig client) {
        return DecodeLimits.DEFAULT
                .withMaxElements(client.maxDecodedElements(), ClientAddresses.key(name, "max-decoded-elements"))
                .withMalformedUtf8Rejected(client.malformedUtf8() == MalformedUtf8.REJECT);
    }
}
