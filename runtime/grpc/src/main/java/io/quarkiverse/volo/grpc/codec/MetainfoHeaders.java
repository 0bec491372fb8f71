package io.quarkiverse.volo.grpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.MetainfoCarrier;

/**
 * Metainfo in headers, as Volo and Kitex write and read it: the key {@code REQUEST_ID} is the header
 * {@code rpc-persist-request-id}. So only keys of A-Z, 0-9 and {@code _} arrive as they were; what cannot be a header is left
 * out, which is logged once.
 */
public final class MetainfoHeaders {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.grpc");

    private static final String PREFIX = "rpc-";
    private static final String PERSISTENT = "rpc-persist-";
    private static final String TRANSIENT = "rpc-transit-";
    private static final String BACKWARD = "rpc-backward-";

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private MetainfoHeaders() {
    }

    /** Adds what goes to the called side to its request's headers. */
    public static void writeForward(CallMetainfo sent, Http2Headers headers) {
        sent.forEachPersistent((key, value) -> write(PERSISTENT, key, value, headers));
        sent.forEachTransient((key, value) -> write(TRANSIENT, key, value, headers));
    }

    /** Adds what goes back to the caller to the headers of its reply. */
    public static void writeBackward(CallMetainfo sent, Http2Headers headers) {
        sent.forEachBackward((key, value) -> write(BACKWARD, key, value, headers));
    }

    private static void write(String prefix, String key, String value, Http2Headers headers) {
        String name = headerName(prefix, key);
        if (name != null && isValue(value)) {
            headers.add(name, new AsciiString(value.getBytes(StandardCharsets.UTF_8), false));
        } else if (TOLD.compareAndSet(false, true)) {
            LOG.warnf("metainfo '%s' is left out of a gRPC call (expected: a key of A-Z, 0-9 and _, a value without control"
                    + " characters); this is said once", key);
        }
    }

    private static @Nullable String headerName(String prefix, String key) {
        return !key.chars().allMatch(MetainfoHeaders::isNameCharacter) ? null
                : prefix + key.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    private static boolean isValue(String value) {
        return value.chars().noneMatch(c -> c < 0x20 || c == 0x7F);
    }

    /** What came with a request; {@code null} if nothing did. */
    public static @Nullable CallMetainfo readForward(Http2Headers headers) {
        CallMetainfo received = null;
        for (Map.Entry<CharSequence, CharSequence> header : headers) {
            CharSequence name = header.getKey();
            if (!hasPrefix(name)) {
                continue;
            }
            if (startsWith(name, PERSISTENT)) {
                received = received == null ? new CallMetainfo() : received;
                received.receivedPersistent(keyOf(name, PERSISTENT), text(header.getValue()));
            } else if (startsWith(name, TRANSIENT)) {
                received = received == null ? new CallMetainfo() : received;
                received.receivedTransient(keyOf(name, TRANSIENT), text(header.getValue()));
            }
        }
        return received != null && received.hasReceived() ? received : null;
    }

    /** Reads what came back with a reply, in its headers or its trailers. */
    public static void readBackward(Http2Headers headers, MetainfoCarrier call) {
        for (Map.Entry<CharSequence, CharSequence> header : headers) {
            CharSequence name = header.getKey();
            if (hasPrefix(name) && startsWith(name, BACKWARD)) {
                call.metainfo().receivedDownstream(keyOf(name, BACKWARD), text(header.getValue()));
            }
        }
    }

    /** Whether a name is that of metainfo, so that it is nothing else. */
    static boolean isMetainfo(String name) {
        return name.startsWith(PERSISTENT) || name.startsWith(TRANSIENT) || name.startsWith(BACKWARD);
    }

    /** Nearly no header has it, so this is looked at first. */
    private static boolean hasPrefix(CharSequence name) {
        return name.length() > PREFIX.length() && name.charAt(0) == 'r' && startsWith(name, PREFIX);
    }

    private static boolean startsWith(CharSequence name, String prefix) {
        return AsciiString.regionMatches(name, false, 0, prefix, 0, prefix.length());
    }

    private static String keyOf(CharSequence name, String prefix) {
        return name.toString().substring(prefix.length()).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** A value in UTF-8, as Volo and Kitex write what is not ASCII. */
    static String text(CharSequence value) {
        return value instanceof AsciiString bytes
                ? new String(bytes.array(), bytes.arrayOffset(), bytes.length(), StandardCharsets.UTF_8)
                : value.toString();
    }
}
