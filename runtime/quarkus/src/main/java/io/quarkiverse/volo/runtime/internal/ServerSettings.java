package io.quarkiverse.volo.runtime.internal;

import java.time.Duration;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.grpc.server.GrpcServerOptions;
import io.quarkiverse.volo.runtime.config.MalformedUtf8;
import io.quarkiverse.volo.runtime.config.ServerConfig;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.server.ConnectionOptions;
import io.quarkiverse.volo.thrift.server.Ordering;
import io.quarkiverse.volo.thrift.server.ReplyOptions;
import io.quarkiverse.volo.thrift.server.ReplyOptions.BackwardKeys;
import io.quarkiverse.volo.thrift.server.ReplyOptions.BizErrors;
import io.quarkiverse.volo.thrift.server.ReplyOptions.MessageTypeForm;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.spi.context.storage.AccessMode;

/**
 * What the server is told by its configuration; two that are equal can share a port.
 *
 * @param portKey the key that says the port
 * @param unixSocket listened on beside the port; {@code null}: none
 * @param tls used on the port; {@code null}: none
 */
record ServerSettings(String host, int port, String portKey, @Nullable Address unixSocket, @Nullable ServerTls tls,
        Duration handshakeTimeout, int maxConnections, ThriftServerOptions thrift, GrpcServerOptions grpc) {

    static final String PORT_KEY = "quarkus.volo.server.port";
    static final String UNIX_SOCKET_KEY = "quarkus.volo.server.unix-socket";
    static final String TEST_PORT_KEY = "quarkus.volo.server.test-port";

    // A constant, so that the settings of two starts are equal.
    private static final UnaryOperator<ContextInternal> CALL_CONTEXT = ServerSettings::callContext;

    static ServerSettings of(ServerConfig config, LaunchMode mode, TlsConfigurations tls) {
        return new ServerSettings(config.hostIn(mode), port(config, mode), portKey(mode), unixSocket(config),
                ServerTls.of(config, tls),
                config.handshakeTimeout(),
                config.maxConnections(),
                new ThriftServerOptions(
                        bytes("quarkus.volo.server.max-frame-size", config.maxFrameSize()),
                        decoding(config),
                        Ordering.valueOf(config.thrift().ordering().name()),
                        config.maxInFlightPerConnection(),
                        replies(config, mode),
                        connection(config),
                        CALL_CONTEXT),
                GrpcSettings.of(config, mode, CALL_CONTEXT));
    }

    private static ReplyOptions replies(ServerConfig config, LaunchMode mode) {
        return new ReplyOptions(config.exposeErrorsIn(mode), BizErrors.valueOf(config.bizError().name()),
                BackwardKeys.valueOf(config.thrift().backwardKeys().name()),
                MessageTypeForm.valueOf(config.thrift().messageType().name()));
    }

    private static DecodeLimits decoding(ServerConfig config) {
        return DecodeLimits.DEFAULT.withMaxDepth(config.thrift().maxDepth())
                .withMaxElements(config.maxDecodedElements(), "quarkus.volo.server.max-decoded-elements")
                .withMalformedUtf8Rejected(config.malformedUtf8() == MalformedUtf8.REJECT);
    }

    private static ConnectionOptions connection(ServerConfig config) {
        return new ConnectionOptions(config.idleTimeout(), config.frameTimeout(), config.maxConnectionAge(),
                bytes("quarkus.volo.server.write-buffer-high-water-mark", config.writeBufferHighWaterMark()));
    }

    private static int port(ServerConfig config, LaunchMode mode) {
        int port = config.portIn(mode);
        if (port < 0 || port > 65535) {
            throw new ConfigurationException(portKey(mode) + ": " + port + " (expected: 0-65535)");
        }
        return port;
    }

    private static @Nullable Address unixSocket(ServerConfig config) {
        try {
            return config.unixSocket().map(Address::ofUnixSocket).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(UNIX_SOCKET_KEY + ": " + e.getMessage(), e);
        }
    }

    private static String portKey(LaunchMode mode) {
        return mode == LaunchMode.TEST ? TEST_PORT_KEY : PORT_KEY;
    }

    /** A size that fits an array. */
    static int bytes(String key, MemorySize size) {
        long bytes = size.asLongValue();
        if (bytes < 1 || bytes > Integer.MAX_VALUE) {
            throw new ConfigurationException(key + ": " + bytes + " (expected: 1-2147483647 bytes)");
        }
        return (int) bytes;
    }

    /** A call shares its context with no other, so that extensions may keep things in it. */
    private static ContextInternal callContext(ContextInternal connection) {
        ContextInternal context = (ContextInternal) VertxContext.createNewDuplicatedContext(connection);
        context.putLocal(ContextInternal.LOCAL_MAP, AccessMode.CONCURRENT, new CallLocals());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return context;
    }
}
