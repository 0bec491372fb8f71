package io.quarkiverse.volo.thrift.server;

import java.util.Objects;
import java.util.function.UnaryOperator;

import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.vertx.core.impl.ContextInternal;

/**
 * How a server speaks Thrift.
 *
 * @param maxFrameSize how many bytes a message may have, in either direction
 * @param decoding what is borne from a request
 * @param ordering the order of a connection's requests and replies
 * @param maxInFlight how many requests of one connection may be under way; more are not read until some have ended
 * @param replies what replies say, where peers differ
 * @param connection what is borne from a connection
 * @param callContext makes the Vert.x context of a call from its connection's
 */
public record ThriftServerOptions(int maxFrameSize, DecodeLimits decoding, Ordering ordering, int maxInFlight,
        ReplyOptions replies,
        ConnectionOptions connection, UnaryOperator<ContextInternal> callContext) {

    /** How many requests of one connection may be under way unless configured. */
    public static final int DEFAULT_MAX_IN_FLIGHT = 128;

    /**
     * 16 MiB, {@link DecodeLimits#DEFAULT}, ordered, 128 in flight, errors kept to this side, a duplicated context per call.
     */
    public static final ThriftServerOptions DEFAULT = new ThriftServerOptions(MessageFramer.DEFAULT_MAX_SIZE,
            DecodeLimits.DEFAULT, Ordering.ORDERED, DEFAULT_MAX_IN_FLIGHT, ReplyOptions.DEFAULT,
            ConnectionOptions.DEFAULT, ContextInternal::duplicate);

    public ThriftServerOptions {
        ConnectionOptions.atLeastOne("max frame size", maxFrameSize);
        ConnectionOptions.atLeastOne("max in flight", maxInFlight);
        Objects.requireNonNull(decoding, "decoding");
        Objects.requireNonNull(ordering, "ordering");
        Objects.requireNonNull(replies, "replies");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(callContext, "callContext");
    }

    public ThriftServerOptions withOrdering(Ordering ordering) {
        return new ThriftServerOptions(maxFrameSize, decoding, ordering, maxInFlight, replies, connection,
                callContext);
    }

    public ThriftServerOptions withMaxFrameSize(int maxFrameSize) {
        return new ThriftServerOptions(maxFrameSize, decoding, ordering, maxInFlight, replies, connection,
                callContext);
    }

    public ThriftServerOptions withDecoding(DecodeLimits decoding) {
        return new ThriftServerOptions(maxFrameSize, decoding, ordering, maxInFlight, replies, connection,
                callContext);
    }

    public ThriftServerOptions withMaxInFlight(int maxInFlight) {
        return new ThriftServerOptions(maxFrameSize, decoding, ordering, maxInFlight, replies, connection,
                callContext);
    }

    public ThriftServerOptions withReplies(ReplyOptions replies) {
        return new ThriftServerOptions(maxFrameSize, decoding, ordering, maxInFlight, replies, connection, callContext);
    }

    public ThriftServerOptions withConnection(ConnectionOptions connection) {
        return new ThriftServerOptions(maxFrameSize, decoding, ordering, maxInFlight, replies, connection, callContext);
    }
}
