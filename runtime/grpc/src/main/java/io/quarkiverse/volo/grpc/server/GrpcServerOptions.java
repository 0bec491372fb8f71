package io.quarkiverse.volo.grpc.server;

import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.transport.ConnectionSettings;
import io.vertx.core.impl.ContextInternal;

/**
 * How a server speaks gRPC.
 *
 * @param connection windows, streams and headers
 * @param maxInboundSize how many bytes a request's message may have, as it is sent and decompressed
 * @param maxOutboundSize how many bytes a reply's message may have before it is compressed
 * @param replies how replies are compressed if the caller reads that
 * @param keepalive pings
 * @param lifetime how long connections last
 * @param exposeErrors whether callers are told the texts of failures that were not made for them
 * @param callContext makes the Vert.x context of a call from its connection's
 * @param web how gRPC-Web is spoken; {@code null}: not at all
 */
public record GrpcServerOptions(ConnectionSettings connection, int maxInboundSize, int maxOutboundSize, Compression replies,
        KeepaliveOptions keepalive, LifetimeOptions lifetime, boolean exposeErrors,
        UnaryOperator<ContextInternal> callContext, @Nullable WebOptions web) {

    /** 4 MiB. */
    public static final int DEFAULT_MAX_INBOUND_SIZE = 4 * 1024 * 1024;

    /**
     * {@link ConnectionSettings#DEFAULT}, 4 MiB in, 2 GiB out, nothing compressed, {@link KeepaliveOptions#DEFAULT},
     * {@link LifetimeOptions#DEFAULT}, errors kept to this side, a duplicated context per call, no
     * gRPC-Web.
     */
    public static final GrpcServerOptions DEFAULT = new GrpcServerOptions(ConnectionSettings.DEFAULT,
            DEFAULT_MAX_INBOUND_SIZE, Integer.MAX_VALUE - 5, Compression.IDENTITY, KeepaliveOptions.DEFAULT,
            LifetimeOptions.DEFAULT, false, ContextInternal::duplicate, null);

    public GrpcServerOptions {
        atLeastOne("max inbound size", maxInboundSize);
        atLeastOne("max outbound size", maxOutboundSize);
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(replies, "replies");
        Objects.requireNonNull(keepalive, "keepalive");
        Objects.requireNonNull(lifetime, "lifetime");
        Objects.requireNonNull(callContext, "callContext");
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
    }

    public GrpcServerOptions withConnection(ConnectionSettings connection) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withMaxInboundSize(int maxInboundSize) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withMaxOutboundSize(int maxOutboundSize) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withReplies(Compression replies) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withKeepalive(KeepaliveOptions keepalive) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withLifetime(LifetimeOptions lifetime) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withExposeErrors(boolean exposeErrors) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withCallContext(UnaryOperator<ContextInternal> callContext) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }

    public GrpcServerOptions withWeb(@Nullable WebOptions web) {
        return new GrpcServerOptions(connection, maxInboundSize, maxOutboundSize, replies, keepalive, lifetime, exposeErrors,
                callContext, web);
    }
}
