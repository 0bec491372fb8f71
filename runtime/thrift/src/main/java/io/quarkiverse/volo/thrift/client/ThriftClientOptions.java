package io.quarkiverse.volo.thrift.client;

import java.util.Objects;

import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.transport.MessageFramer;

/**
 * How a client speaks Thrift.
 *
 * @param transport what is around its messages
 * @param maxFrameSize how many bytes a message may have, in either direction
 * @param maxDepth how deep the values of a reply may nest
 */
public record ThriftClientOptions(ThriftTransport transport, int maxFrameSize, int maxDepth) {

    /** Framed, 16 MiB, 64 levels. */
    public static final ThriftClientOptions DEFAULT = new ThriftClientOptions(ThriftTransport.FRAMED,
            MessageFramer.DEFAULT_MAX_SIZE, BinaryReader.DEFAULT_MAX_DEPTH);

    public ThriftClientOptions {
        Objects.requireNonNull(transport, "transport");
        if (maxFrameSize < 1) {
            throw new IllegalArgumentException("max frame size: " + maxFrameSize + " (expected: at least 1)");
        }
        if (maxDepth < 1) {
            throw new IllegalArgumentException("max depth: " + maxDepth + " (expected: at least 1)");
        }
    }

    public ThriftClientOptions withTransport(ThriftTransport transport) {
        return new ThriftClientOptions(transport, maxFrameSize, maxDepth);
    }
}
