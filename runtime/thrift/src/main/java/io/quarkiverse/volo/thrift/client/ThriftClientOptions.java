package io.quarkiverse.volo.thrift.client;

import java.time.Duration;
import java.util.Objects;

import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;

/**
 * How a client speaks Thrift.
 *
 * @param form how its messages stand on the wire
 * @param formHint what the error adds of a call that may have failed because the peer speaks something else, as it has not
 *        said anything yet that was understood: such as the key to set
 * @param strictMetainfo whether a call with metainfo fails where messages have no room for it; else it is left out
 * @param maxInFlight how many calls may be under way on a connection that they share; 0: no two calls share one
 * @param maxFrameSize how many bytes a message may have, in either direction
 * @param decoding what is borne from a reply
 * @param idleTimeout how long a connection may be unused until it is closed
 * @param maxAge how old a connection may grow until it is closed after its call; up to a tenth less, by chance
 */
public record ThriftClientOptions(MessageForm form, String formHint, boolean strictMetainfo, int maxInFlight,
        int maxFrameSize, DecodeLimits decoding, Duration idleTimeout, Duration maxAge) {

    /**
     * Binary in frames with a TTHeader, a connection for each call, 16 MiB, {@link DecodeLimits#DEFAULT}, a minute unused, half
     * an hour old.
     */
    public static final ThriftClientOptions DEFAULT = new ThriftClientOptions(
            MessageForm.of(ThriftTransport.TTHEADER_FRAMED, MessageProtocol.BINARY), "", false, 0,
            MessageFramer.DEFAULT_MAX_SIZE, DecodeLimits.DEFAULT, Duration.ofSeconds(60), Duration.ofMinutes(30));

    public ThriftClientOptions {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(formHint, "formHint");
        if (maxInFlight < 0) {
            throw new IllegalArgumentException("max in flight: " + maxInFlight + " (expected: at least 1, or 0: not shared)");
        }
        if (maxFrameSize < 1) {
            throw new IllegalArgumentException("max frame size: " + maxFrameSize + " (expected: at least 1)");
        }
        Objects.requireNonNull(decoding, "decoding");
        positive("idle timeout", idleTimeout);
        positive("max age", maxAge);
    }

    /** With this around its messages. */
    public ThriftClientOptions withTransport(ThriftTransport transport) {
        return withForm(MessageForm.of(transport, form.protocol()), formHint);
    }

    /** With messages of this form. */
    public ThriftClientOptions withForm(MessageForm form, String formHint) {
        return new ThriftClientOptions(form, formHint, strictMetainfo, maxInFlight, maxFrameSize, decoding, idleTimeout,
                maxAge);
    }

    public ThriftClientOptions withStrictMetainfo(boolean strictMetainfo) {
        return new ThriftClientOptions(form, formHint, strictMetainfo, maxInFlight, maxFrameSize, decoding, idleTimeout,
                maxAge);
    }

    /** With so many calls at once on each connection; 0: one after the other. */
    public ThriftClientOptions withMaxInFlight(int maxInFlight) {
        return new ThriftClientOptions(form, formHint, strictMetainfo, maxInFlight, maxFrameSize, decoding, idleTimeout,
                maxAge);
    }

    public ThriftClientOptions withDecoding(DecodeLimits decoding) {
        return new ThriftClientOptions(form, formHint, strictMetainfo, maxInFlight, maxFrameSize, decoding, idleTimeout,
                maxAge);
    }

    public ThriftClientOptions withLifetime(Duration idleTimeout, Duration maxAge) {
        return new ThriftClientOptions(form, formHint, strictMetainfo, maxInFlight, maxFrameSize, decoding, idleTimeout,
                maxAge);
    }

    /** Whether calls share connections. */
    public boolean multiplexes() {
        return maxInFlight > 0;
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than zero)");
        }
    }
}
