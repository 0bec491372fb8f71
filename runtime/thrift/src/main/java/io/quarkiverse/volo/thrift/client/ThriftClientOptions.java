package io.quarkiverse.volo.thrift.client;

import java.time.Duration;
import java.util.Objects;

import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.transport.MessageFramer;

/**
 * How a client speaks Thrift.
 *
 * @param transport what is around its messages
 * @param maxFrameSize how many bytes a message may have, in either direction
 * @param maxDepth how deep the values of a reply may nest
 * @param idleTimeout how long a connection may be unused until it is closed
 * @param maxAge how old a connection may grow until it is closed after its call; up to a tenth less, by chance
 */
public record ThriftClientOptions(ThriftTransport transport, int maxFrameSize, int maxDepth, Duration idleTimeout,
        Duration maxAge) {

    /** Framed, 16 MiB, 64 levels, a minute unused, half an hour old. */
    public static final ThriftClientOptions DEFAULT = new ThriftClientOptions(ThriftTransport.FRAMED,
            MessageFramer.DEFAULT_MAX_SIZE, BinaryReader.DEFAULT_MAX_DEPTH, Duration.ofSeconds(60), Duration.ofMinutes(30));

    public ThriftClientOptions {
        Objects.requireNonNull(transport, "transport");
        if (maxFrameSize < 1) {
            throw new IllegalArgumentException("max frame size: " + maxFrameSize + " (expected: at least 1)");
        }
        if (maxDepth < 1) {
            throw new IllegalArgumentException("max depth: " + maxDepth + " (expected: at least 1)");
        }
        positive("idle timeout", idleTimeout);
        positive("max age", maxAge);
    }

    public ThriftClientOptions withTransport(ThriftTransport transport) {
        return new ThriftClientOptions(transport, maxFrameSize, maxDepth, idleTimeout, maxAge);
    }

    public ThriftClientOptions withLifetime(Duration idleTimeout, Duration maxAge) {
        return new ThriftClientOptions(transport, maxFrameSize, maxDepth, idleTimeout, maxAge);
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than zero)");
        }
    }
}
