package io.quarkiverse.volo.thrift.client;

import java.time.Duration;
import java.util.Objects;

import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.transport.MessageFramer;

/**
 * How a client speaks Thrift.
 *
 * @param transport what is around its messages
 * @param maxFrameSize how many bytes a message may have, in either direction
 * @param decoding what is borne from a reply
 * @param idleTimeout how long a connection may be unused until it is closed
 * @param maxAge how old a connection may grow until it is closed after its call; up to a tenth less, by chance
 */
public record ThriftClientOptions(ThriftTransport transport, int maxFrameSize, DecodeLimits decoding, Duration idleTimeout,
        Duration maxAge) {

    /** Framed, 16 MiB, {@link DecodeLimits#DEFAULT}, a minute unused, half an hour old. */
    public static final ThriftClientOptions DEFAULT = new ThriftClientOptions(ThriftTransport.FRAMED,
            MessageFramer.DEFAULT_MAX_SIZE, DecodeLimits.DEFAULT, Duration.ofSeconds(60), Duration.ofMinutes(30));

    public ThriftClientOptions {
        Objects.requireNonNull(transport, "transport");
        if (maxFrameSize < 1) {
            throw new IllegalArgumentException("max frame size: " + maxFrameSize + " (expected: at least 1)");
        }
        Objects.requireNonNull(decoding, "decoding");
        positive("idle timeout", idleTimeout);
        positive("max age", maxAge);
    }

    public ThriftClientOptions withTransport(ThriftTransport transport) {
        return new ThriftClientOptions(transport, maxFrameSize, decoding, idleTimeout, maxAge);
    }

    public ThriftClientOptions withDecoding(DecodeLimits decoding) {
        return new ThriftClientOptions(transport, maxFrameSize, decoding, idleTimeout, maxAge);
    }

    public ThriftClientOptions withLifetime(Duration idleTimeout, Duration maxAge) {
        return new ThriftClientOptions(transport, maxFrameSize, decoding, idleTimeout, maxAge);
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than zero)");
        }
    }
}
