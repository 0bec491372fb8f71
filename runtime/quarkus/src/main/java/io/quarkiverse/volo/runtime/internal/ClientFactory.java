package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
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

    /** What clients want to speak that have TLS ask for it; Thrift has no such name. */
    static final List<String> GRPC_PROTOCOLS = List.of("h2");
    static final List<String> THRIFT_PROTOCOLS = List.of();

    private final VoloConfig config;
    private final Vertx vertx;
    private final LaunchMode mode;
    private final List<String> callLayers;
    private final List<String> attemptLayers;
    private final NamedLayers namedLayers;
    private final TlsConfigurations tls;
    private final CallLoops loops;
    private final OwnServer ownServer = new OwnServer();

    /**
     * @param callLayers the identifiers of the layers around all calls, outermost first
     * @param attemptLayers the identifiers of the layers around all attempts, outermost first
     * @param namedLayers the layers that a client's configuration may name
     * @param tls what a client's configuration may name
     */
    ClientFactory(VoloConfig config, Vertx vertx, LaunchMode mode, List<String> callLayers, List<String> attemptLayers,
            NamedLayers namedLayers, TlsConfigurations tls) {
        this.config = config;
        this.vertx = vertx;
        this.mode = mode;
        this.callLayers = callLayers;
        this.attemptLayers = attemptLayers;
        this.namedLayers = namedLayers;
        this.tls = tls;
        this.loops = new CallLoops(vertx);
    }

    void ownServer(Address address) {
        ownServer.listensOn(address);
    }

    /** Finds the configured addresses of a client, or else the application's own server. */
    Callee callee(String name) {
        return configOf(name).address()
                .map(text -> callee(name, ClientAddresses.parse(name, text)))
                .orElseGet(() -> new Callee(ownServer.seenBy(name), true, null));
    }

    private Callee callee(String name, ClientTarget target) {
        return target instanceof ClientTarget.Dns dns
                ? new Callee(DnsDiscovery.of(vertx, dns.name(), configOf(name).dnsRefresh(), ClientAddresses.key(name)), false,
                        dns.name().host())
                : Callee.at(new FixedDiscovery(((ClientTarget.Fixed) target).addresses()));
    }

    /** A client with the configuration of that name. */
    ThriftClient thrift(String name, Callee callee) {
        ClientConfig client = configOf(name);
        return new ThriftClient(vertx, loops, calls(name, callee.discovery()), thrift(name, client),
                connecting(name, callee, THRIFT_PROTOCOLS), pooling(client));
    }

    /** A client with the configuration of that name. */
    GrpcClient grpc(String name, Callee callee) {
        ClientConfig client = configOf(name);
        return new GrpcClient(vertx, loops, calls(name, callee.discovery()), GrpcSettings.of(name, client),
                connecting(name, callee, GRPC_PROTOCOLS), pooling(client));
    }

    ClientOptions calls(String name, Discovery discovery) {
        ClientConfig client = configOf(name);
        return ClientOptions.of(name, discovery)
                .withNames(config.applicationName().orElse(""), client.calleeName().orElse(name))
                .withTimeout(client.timeoutIn(mode), " (key: " + ClientAddresses.key(name, "timeout") + ")")
                .withLayers(namedLayers.inside(callLayers, client.layers()), Beans.layers(attemptLayers));
    }

    /** @param applicationProtocols what TLS asks the peer for */
    ConnectorOptions connecting(String name, Callee callee, List<String> applicationProtocols) {
        // No class loader: Quarkus gives its threads the application's itself.
        ConnectorOptions options = ConnectorOptions.plaintext(null)
                .with(configOf(name).connectTimeout(), dialing(name, callee, applicationProtocols))
                .withServerName(callee.serverName());
        return mode == LaunchMode.DEVELOPMENT ? options.withOpened(OwnConnections::opened) : options;
    }

    /** The own server is called as it is served, as what is configured of TLS may be meant for another in production. */
    private NetClientOptions dialing(String name, Callee callee, List<String> applicationProtocols) {
        if (callee.ownServer() && config.server().tlsConfigurationName().isEmpty()) {
            return new NetClientOptions();
        }
        return configOf(name).tlsConfigurationName()
                .map(configured -> ClientTls.options(tls.get(tlsKey(name), configured), applicationProtocols))
                .orElseGet(() -> callee.ownServer() ? ClientTls.toOwnServer(applicationProtocols) : new NetClientOptions());
    }

    private static String tlsKey(String name) {
        return ClientAddresses.key(name, "tls-configuration-name");
    }

    /** Whether a client of that name uses that TLS configuration. */
    boolean usesTls(String name, String tlsName) {
        return configOf(name).tlsConfigurationName().filter(tlsName::equals).isPresent();
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
        return new ThriftClientOptions(form, hint(name, client, form), client.strictMetainfo(), inFlight(name, client),
                ServerSettings.bytes(ClientAddresses.key(name, "max-frame-size"), client.maxFrameSize()),
                decoding(name, client), client.idleTimeout(), client.maxAge());
    }

    /** Why a peer may hang up at the first call. */
    private static String hint(String name, ClientConfig client, MessageForm form) {
        List<String> reasons = new ArrayList<>();
        if (form.hasHeader()) {
            reasons.add("the peer may not speak TTHeader (key: " + ClientAddresses.key(name, "transport")
                    + "=framed or buffered)");
        }
        if (client.tlsConfigurationName().isEmpty()) {
            reasons.add("it may speak nothing without TLS (key: " + tlsKey(name) + ")");
        }
        return reasons.isEmpty() ? "" : "; " + String.join("; ", reasons);
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
