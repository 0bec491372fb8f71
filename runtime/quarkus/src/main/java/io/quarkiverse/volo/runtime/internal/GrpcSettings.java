package io.quarkiverse.volo.runtime.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.grpc.client.GrpcClientOptions;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.server.GrpcServerOptions;
import io.quarkiverse.volo.grpc.server.KeepaliveOptions;
import io.quarkiverse.volo.grpc.server.LifetimeOptions;
import io.quarkiverse.volo.grpc.server.WebOptions;
import io.quarkiverse.volo.grpc.transport.ConnectionSettings;
import io.quarkiverse.volo.runtime.config.ClientConfig;
import io.quarkiverse.volo.runtime.config.GrpcClientConfig;
import io.quarkiverse.volo.runtime.config.GrpcCompression;
import io.quarkiverse.volo.runtime.config.GrpcServerConfig;
import io.quarkiverse.volo.runtime.config.GrpcWebConfig;
import io.quarkiverse.volo.runtime.config.ServerConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.impl.ContextInternal;

/** What servers and clients are told of gRPC by their configuration. */
final class GrpcSettings {

    private static final String SERVER = "quarkus.volo.server.grpc.";

    private GrpcSettings() {
    }

    static GrpcServerOptions of(ServerConfig server, LaunchMode mode, UnaryOperator<ContextInternal> callContext) {
        GrpcServerConfig config = server.grpc();
        try {
            return GrpcServerOptions.DEFAULT
                    .withConnection(new ConnectionSettings(
                            ServerSettings.bytes(SERVER + "stream-window", config.streamWindow()),
                            ServerSettings.bytes(SERVER + "connection-window", config.connectionWindow()),
                            config.maxConcurrentStreams(),
                            ServerSettings.bytes(SERVER + "max-header-list-size", config.maxHeaderListSize()),
                            config.maxResets(),
                            config.resetPeriod()))
                    .withMaxInboundSize(ServerSettings.bytes(SERVER + "max-request-size", config.maxRequestSize()))
                    .withMaxOutboundSize(bytesOr(SERVER + "max-reply-size", config.maxReplySize(),
                            GrpcServerOptions.DEFAULT.maxOutboundSize()))
                    .withReplies(compression(SERVER + "compression", config.compression()))
                    .withKeepalive(new KeepaliveOptions(config.keepaliveInterval(), config.keepaliveTimeout(),
                            config.minPingInterval(), config.pingsWithoutCalls()))
                    .withLifetime(lifetime(server))
                    .withExposeErrors(server.exposeErrorsIn(mode))
                    .withCallContext(callContext)
                    .withWeb(web(server));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(SERVER + "*: " + e.getMessage(), e);
        }
    }

    private static @Nullable WebOptions web(ServerConfig server) {
        GrpcWebConfig web = server.grpc().web();
        if (!web.enabled()) {
            return null;
        }
        GrpcWebConfig.Cors cors = web.cors();
        return new WebOptions(cors.origins().orElse(List.of()), cors.headers().orElse(null),
                cors.exposedHeaders().orElse(List.of()), cors.maxAge(), cors.credentials(), server.frameTimeout());
    }

    private static LifetimeOptions lifetime(ServerConfig server) {
        Duration grace = server.grpc().maxConnectionAgeGrace().orElse(LifetimeOptions.FOREVER);
        return new LifetimeOptions(server.idleTimeout(), server.maxConnectionAge(), grace);
    }

    static GrpcClientOptions of(String name, ClientConfig client) {
        GrpcClientConfig config = client.grpc();
        String keys = ClientAddresses.key(name, "grpc.");
        try {
            return GrpcClientOptions.DEFAULT
                    .withConnection(ConnectionSettings.DEFAULT
                            .withStreamWindow(ServerSettings.bytes(keys + "stream-window", config.streamWindow()))
                            .withConnectionWindow(ServerSettings.bytes(keys + "connection-window", config.connectionWindow()))
                            .withMaxHeaderListSize(
                                    ServerSettings.bytes(keys + "max-header-list-size", config.maxHeaderListSize())))
                    .withMessageSizes(ServerSettings.bytes(keys + "max-reply-size", config.maxReplySize()),
                            bytesOr(keys + "max-request-size", config.maxRequestSize(),
                                    GrpcClientOptions.DEFAULT.maxRequestSize()))
                    .withCompression(compression(keys + "compression", config.compression()))
                    .withKeepAlive(config.keepaliveInterval().orElse(Duration.ZERO), config.keepaliveTimeout())
                    .withLifetime(client.idleTimeout(), client.maxAge());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(keys + "*: " + e.getMessage(), e);
        }
    }

    private static Compression compression(String key, GrpcCompression configured) {
        Compression compression = Compression.valueOf(configured.name());
        if (!compression.isAvailable()) {
            throw new ConfigurationException(key + ": " + compression.header()
                    + " (expected: beside the dependency com.github.luben:zstd-jni, or identity, gzip or deflate)");
        }
        return compression;
    }

    private static int bytesOr(String key, Optional<MemorySize> size, int other) {
        return size.isPresent() ? ServerSettings.bytes(key, size.get()) : other;
    }
}
