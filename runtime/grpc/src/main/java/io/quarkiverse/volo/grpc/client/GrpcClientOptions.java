package io.quarkiverse.volo.grpc.client;

import java.time.Duration;
import java.util.Objects;

import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.transport.ConnectionSettings;

/**
 * How a client speaks gRPC. How many calls share a connection is the peer's to say (its MAX_CONCURRENT_STREAMS).
 *
 * @param connection what the peer may send, and how much of it at once
 * @param maxReplySize how many bytes a message of a reply may have, as sent and as decompressed
 * @param maxRequestSize how many bytes a message of a request may have, before it is compressed
 * @param compression of requests, unless a call says otherwise; what replies may come in is all that can be read here
 * @param keepAliveTime after how long without a sign of life from the peer, with calls under way, it is asked for one; zero:
 *        never. Many servers close connections that ask more often than every 5 minutes
 * @param keepAliveTimeout how long the peer has to answer that
 * @param idleTimeout how long a connection may be without a call until it is closed
 * @param maxAge how old a connection may grow until it takes no more calls; up to a tenth less, by chance
 */
public record GrpcClientOptions(ConnectionSettings connection, int maxReplySize, int maxRequestSize, Compression compression,
        Duration keepAliveTime, Duration keepAliveTimeout, Duration idleTimeout, Duration maxAge) {

    /**
     * Windows of 1 MiB and 4 MiB, 4 MiB replies, requests as large as they like, no compression, no keepalive (20 s to answer
     * it), a minute unused, half an hour old.
     */
    public static final GrpcClientOptions DEFAULT = new GrpcClientOptions(ConnectionSettings.DEFAULT, 4 * 1024 * 1024,
            Integer.MAX_VALUE, Compression.IDENTITY, Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ofMinutes(30));

    public GrpcClientOptions {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(compression, "compression");
        atLeastOne("max reply size", maxReplySize);
        atLeastOne("max request size", maxRequestSize);
        if (keepAliveTime.isNegative()) {
            throw new IllegalArgumentException(
                    "keepalive time: " + keepAliveTime + " (expected: more than zero, or zero: none)");
        }
        positive("keepalive timeout", keepAliveTimeout);
        positive("idle timeout", idleTimeout);
        positive("max age", maxAge);
    }

    public GrpcClientOptions withConnection(ConnectionSettings connection) {
        return new GrpcClientOptions(connection, maxReplySize, maxRequestSize, compression, keepAliveTime, keepAliveTimeout,
                idleTimeout, maxAge);
    }

    /** With messages of at most so many bytes. */
    public GrpcClientOptions withMessageSizes(int maxReplySize, int maxRequestSize) {
        return new GrpcClientOptions(connection, maxReplySize, maxRequestSize, compression, keepAliveTime, keepAliveTimeout,
                idleTimeout, maxAge);
    }

    /** With requests compressed so. */
    public GrpcClientOptions withCompression(Compression compression) {
        return new GrpcClientOptions(connection, maxReplySize, maxRequestSize, compression, keepAliveTime, keepAliveTimeout,
                idleTimeout, maxAge);
    }

    /** With a sign of life asked for after so long, and so long to answer. */
    public GrpcClientOptions withKeepAlive(Duration time, Duration timeout) {
        return new GrpcClientOptions(connection, maxReplySize, maxRequestSize, compression, time, timeout, idleTimeout, maxAge);
    }

    public GrpcClientOptions withLifetime(Duration idleTimeout, Duration maxAge) {
        return new GrpcClientOptions(connection, maxReplySize, maxRequestSize, compression, keepAliveTime, keepAliveTimeout,
                idleTimeout, maxAge);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than zero)");
        }
    }
}
