package io.quarkiverse.volo.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.grpc.client.GrpcClientOptions;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.server.GrpcServerOptions;
import io.quarkiverse.volo.grpc.server.KeepaliveOptions;
import io.quarkiverse.volo.grpc.server.LifetimeOptions;
import io.quarkiverse.volo.grpc.server.WebOptions;
import io.quarkiverse.volo.grpc.transport.ConnectionSettings;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.thrift.client.ThriftClientOptions;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.server.ConnectionOptions;
import io.quarkiverse.volo.thrift.server.Ordering;
import io.quarkiverse.volo.thrift.server.ReplyOptions;
import io.quarkiverse.volo.thrift.server.ReplyOptions.BackwardKeys;
import io.quarkiverse.volo.thrift.server.ReplyOptions.BizErrors;
import io.quarkiverse.volo.thrift.server.ReplyOptions.MessageTypeForm;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSource;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;

/** Each key has a value that no other has, and arrives where it belongs. */
class ConfiguredOptionsTest {

    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("host", "somewhere"),
            Map.entry("port", "1001"),
            Map.entry("test-port", "1002"),
            Map.entry("unix-socket", "/run/volo.sock"),
            Map.entry("tls-configuration-name", "ours"),
            Map.entry("tls-client-auth", "request"),
            Map.entry("max-frame-size", "1003"),
            Map.entry("max-connections", "1004"),
            Map.entry("max-in-flight-per-connection", "1005"),
            Map.entry("handshake-timeout", "1006s"),
            Map.entry("idle-timeout", "1007s"),
            Map.entry("frame-timeout", "1008s"),
            Map.entry("write-buffer-high-water-mark", "1009"),
            Map.entry("thrift.max-depth", "1010"),
            Map.entry("max-decoded-elements", "1011"),
            Map.entry("max-connection-age", "1012s"),
            Map.entry("malformed-utf8", "reject"),
            Map.entry("expose-errors", "true"),
            Map.entry("biz-error", "exception"),
            Map.entry("thrift.backward-keys", "bare"),
            Map.entry("thrift.message-type", "byte"),
            Map.entry("thrift.ordering", "unordered"),
            Map.entry("grpc.max-request-size", "1101"),
            Map.entry("grpc.max-reply-size", "1102"),
            Map.entry("grpc.stream-window", "1103"),
            Map.entry("grpc.connection-window", "110400"),
            Map.entry("grpc.max-concurrent-streams", "1105"),
            Map.entry("grpc.max-header-list-size", "1106"),
            Map.entry("grpc.max-resets", "1107"),
            Map.entry("grpc.reset-period", "1108s"),
            Map.entry("grpc.compression", "deflate"),
            Map.entry("grpc.keepalive-interval", "1109s"),
            Map.entry("grpc.keepalive-timeout", "1110s"),
            Map.entry("grpc.min-ping-interval", "1111s"),
            Map.entry("grpc.pings-without-calls", "true"),
            Map.entry("grpc.max-connection-age-grace", "1112s"),
            Map.entry("grpc.web.enabled", "true"),
            Map.entry("grpc.web.cors.origins", "https://a.example,https://b.example"),
            Map.entry("grpc.web.cors.headers", "x-one,x-two"),
            Map.entry("grpc.web.cors.exposed-headers", "x-three"),
            Map.entry("grpc.web.cors.max-age", "1113s"),
            Map.entry("grpc.web.cors.credentials", "true"));

    private static final Map<String, String> CLIENT = Map.ofEntries(
            Map.entry("tls-configuration-name", "ours"),
            Map.entry("timeout", "2001s"),
            Map.entry("connect-timeout", "2002s"),
            Map.entry("transport", "buffered"),
            Map.entry("protocol", "compact"),
            Map.entry("callee-name", "them"),
            Map.entry("strict-metainfo", "true"),
            Map.entry("multiplex", "true"),
            Map.entry("max-in-flight", "2010"),
            Map.entry("max-connections", "2003"),
            Map.entry("max-waiting", "2004"),
            Map.entry("wait-timeout", "2005s"),
            Map.entry("min-idle", "2000"),
            Map.entry("idle-timeout", "2006s"),
            Map.entry("max-age", "2007s"),
            Map.entry("max-frame-size", "2008"),
            Map.entry("max-decoded-elements", "2009"),
            Map.entry("malformed-utf8", "reject"),
            Map.entry("grpc.max-reply-size", "2101"),
            Map.entry("grpc.max-request-size", "2102"),
            Map.entry("grpc.stream-window", "2103"),
            Map.entry("grpc.connection-window", "210400"),
            Map.entry("grpc.max-header-list-size", "2105"),
            Map.entry("grpc.compression", "gzip"),
            Map.entry("grpc.keepalive-interval", "2106s"),
            Map.entry("grpc.keepalive-timeout", "2107s"));

    private static final TlsConfigurations TLS = FakeTls.COMPLETE.as("ours");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static VoloConfig config(String prefix, Map<String, String> keys) {
        Map<String, String> prefixed = keys.entrySet().stream()
                .collect(Collectors.toMap(key -> prefix + key.getKey(), Map.Entry::getValue));
        return ConfigUtils.emptyConfigBuilder().addDiscoveredConverters().withMapping(VoloConfig.class)
                .withSources(new PropertiesConfigSource(prefixed, "keys", 500)).build().getConfigMapping(VoloConfig.class);
    }

    private static Map<String, String> withApplicationName(Map<String, String> client) {
        Map<String, String> keys = new HashMap<>(Map.of("application-name", "me"));
        client.forEach((key, value) -> keys.put("clients.hello." + key, value));
        return keys;
    }

    @Test
    void everyKeyOfTheServerIsItsOwnSetting() {
        ServerSettings settings = ServerSettings.of(config("quarkus.volo.server.", SERVER).server(), LaunchMode.NORMAL, TLS);

        assertThat(settings).isEqualTo(new ServerSettings("somewhere", 1001, "quarkus.volo.server.port",
                Address.ofUnixSocket("/run/volo.sock"), new ServerTls("ours", ClientAuth.REQUEST, true),
                Duration.ofSeconds(1006), 1004,
                new ThriftServerOptions(1003, new DecodeLimits(1010, 1011, "quarkus.volo.server.max-decoded-elements", true),
                        Ordering.UNORDERED, 1005,
                        new ReplyOptions(true, BizErrors.EXCEPTION, BackwardKeys.BARE, MessageTypeForm.BYTE),
                        new ConnectionOptions(Duration.ofSeconds(1007), Duration.ofSeconds(1008), Duration.ofSeconds(1012),
                                1009),
                        settings.thrift().callContext()),
                new GrpcServerOptions(
                        new ConnectionSettings(1103, 110_400, 1105, 1106, 1107, Duration.ofSeconds(1108)),
                        1101, 1102, Compression.DEFLATE,
                        new KeepaliveOptions(Duration.ofSeconds(1109), Duration.ofSeconds(1110), Duration.ofSeconds(1111),
                                true),
                        new LifetimeOptions(Duration.ofSeconds(1007), Duration.ofSeconds(1012), Duration.ofSeconds(1112)),
                        true, settings.thrift().callContext(),
                        new WebOptions(List.of("https://a.example", "https://b.example"), List.of("x-one", "x-two"),
                                List.of("x-three"), Duration.ofSeconds(1113), true, Duration.ofSeconds(1008)))));
    }

    @Test
    void whatIsNotConfiguredOfGrpcIsItsDefault() {
        ServerSettings settings = ServerSettings.of(config("", Map.of()).server(), LaunchMode.NORMAL, TLS);

        assertThat(settings.grpc())
                .isEqualTo(GrpcServerOptions.DEFAULT.withCallContext(settings.thrift().callContext()));
        assertThat(GrpcSettings.of("any", config("", Map.of()).clients().get("any"))).isEqualTo(GrpcClientOptions.DEFAULT);
    }

    @Test
    void whatIsNotConfiguredOfGrpcWebIsItsDefault() {
        ServerSettings settings = ServerSettings.of(config("quarkus.volo.", Map.of("server.grpc.web.enabled", "true")).server(),
                LaunchMode.NORMAL, TLS);

        assertThat(settings.grpc().web()).isEqualTo(WebOptions.DEFAULT);
    }

    @Test
    void credentialsOfAllOriginsAreRefused() {
        VoloConfig config = config("quarkus.volo.", Map.of("server.grpc.web.enabled", "true",
                "server.grpc.web.cors.origins", "*", "server.grpc.web.cors.credentials", "true"));

        assertThatThrownBy(() -> ServerSettings.of(config.server(), LaunchMode.NORMAL, TLS))
                .hasMessage("quarkus.volo.server.grpc.*: origins: * with credentials (expected: the origins by name)");
    }

    @Test
    void aWindowThatHttp2DoesNotKnowIsRefused() {
        VoloConfig config = config("quarkus.volo.", Map.of("server.grpc.connection-window", "1K"));

        assertThatThrownBy(() -> ServerSettings.of(config.server(), LaunchMode.NORMAL, TLS))
                .hasMessage("quarkus.volo.server.grpc.*: connection window: 1024 (expected: at least 65535)");
    }

    @Test
    void aCompressionWhoseLibraryIsMissingIsRefused() {
        VoloConfig config = config("quarkus.volo.", Map.of("clients.hello.grpc.compression", "zstd"));

        assertThatThrownBy(() -> GrpcSettings.of("hello", config.clients().get("hello")))
                .hasMessage("quarkus.volo.clients.hello.grpc.compression: zstd (expected: beside the dependency"
                        + " com.github.luben:zstd-jni, or identity, gzip or deflate)");
    }

    @Test
    void everyKeyOfAGrpcClientIsItsOwnOption() {
        VoloConfig config = config("quarkus.volo.", withApplicationName(CLIENT));

        assertThat(GrpcSettings.of("hello", config.clients().get("hello"))).isEqualTo(GrpcClientOptions.DEFAULT
                .withConnection(ConnectionSettings.DEFAULT.withStreamWindow(2103).withConnectionWindow(210_400)
                        .withMaxHeaderListSize(2105))
                .withMessageSizes(2101, 2102)
                .withCompression(Compression.GZIP)
                .withKeepAlive(Duration.ofSeconds(2106), Duration.ofSeconds(2107))
                .withLifetime(Duration.ofSeconds(2006), Duration.ofSeconds(2007)));
    }

    @Test
    void inATestTheServerHasThePortForTestsAndTellsItsErrors() {
        ServerSettings settings = ServerSettings.of(config("quarkus.volo.server.", SERVER).server(), LaunchMode.TEST, TLS);

        assertThat(settings.port()).isEqualTo(1002);
        assertThat(settings.portKey()).isEqualTo("quarkus.volo.server.test-port");
        assertThat(settings.thrift().replies().exposeErrors()).isTrue();
    }

    @Test
    void everyKeyOfAClientIsItsOwnOption() {
        VoloConfig config = config("quarkus.volo.", withApplicationName(CLIENT));
        ClientFactory factory = new ClientFactory(config, vertx, LaunchMode.NORMAL, List.of(), List.of(),
                new NamedLayers(Map.of()), TLS);
        FixedDiscovery discovery = FixedDiscovery.of(Address.of("localhost", 1));

        ClientOptions calls = factory.calls("hello", discovery);
        assertThat(calls).isEqualTo(new ClientOptions("hello", new Endpoint("me", null), new Endpoint("them", null), discovery,
                calls.balancer(), Duration.ofSeconds(2001),
                " (key: quarkus.volo.clients.hello.timeout)", List.of(), List.of()));
        ConnectorOptions connecting = factory.connecting("hello", Callee.at(discovery), List.of());
        assertThat(connecting.connectTimeout()).isEqualTo(Duration.ofSeconds(2002));
        assertThat(connecting.client().isSsl()).isTrue();
        assertThat(ClientFactory.thrift("hello", config.clients().get("hello"))).isEqualTo(
                new ThriftClientOptions(MessageForm.of(ThriftTransport.BUFFERED, MessageProtocol.COMPACT),
                        "", true, 2010, 2008, new DecodeLimits(DecodeLimits.DEFAULT_MAX_DEPTH, 2009,
                                "quarkus.volo.clients.hello.max-decoded-elements", true),
                        Duration.ofSeconds(2006), Duration.ofSeconds(2007)));
        assertThat(ClientFactory.pooling(config.clients().get("hello"))).isEqualTo(
                new PoolOptions(2003, 2000, 2004, Duration.ofSeconds(2005), PoolOptions.DEFAULT.probeAfter()));
    }

    @Test
    void whatAPeerMaySpeakInsteadIsToldWithTheKeysToSet() {
        VoloConfig config = config("quarkus.volo.clients.", Map.of("framed.transport", "framed", "safe.tls-configuration-name",
                "ours"));
        String tls = "it may speak nothing without TLS (key: quarkus.volo.clients.%s.tls-configuration-name)";
        String header = "; the peer may not speak TTHeader (key: quarkus.volo.clients.%s.transport=framed or buffered)";

        assertThat(hint(config, "any")).isEqualTo(header.formatted("any") + "; " + tls.formatted("any"));
        assertThat(hint(config, "framed")).isEqualTo("; " + tls.formatted("framed"));
        assertThat(hint(config, "safe")).isEqualTo(header.formatted("safe"));
    }

    private static String hint(VoloConfig config, String client) {
        return ClientFactory.thrift(client, config.clients().get(client)).formHint();
    }

    @Test
    void aConnectionWithoutRoomForACallIsRefused() {
        VoloConfig config = config("quarkus.volo.", Map.of("clients.hello.max-in-flight", "0"));

        assertThatThrownBy(() -> ClientFactory.thrift("hello", config.clients().get("hello")))
                .hasMessage("quarkus.volo.clients.hello.max-in-flight: 0 (expected: at least 1)");
    }
}
