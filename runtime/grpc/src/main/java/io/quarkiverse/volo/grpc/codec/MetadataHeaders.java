package io.quarkiverse.volo.grpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;

import io.grpc.Metadata;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;

/**
 * The application's own headers and trailers: {@link Metadata} to HTTP/2 and back. Names that end in {@code -bin} have bytes
 * for values, in Base64 on the wire; all others have printable ASCII. Names that HTTP/2, gRPC or Volo give a meaning to are
 * passed over in both directions, so that nobody sets them by accident. How many there may be is bounded by what the
 * connection bears of headers.
 */
public final class MetadataHeaders {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.grpc");
    private static final String BINARY = Metadata.BINARY_HEADER_SUFFIX;

    private static final Set<String> RESERVED = Set.of("content-type", "te", "grpc-timeout", "grpc-encoding",
            "grpc-accept-encoding", "grpc-status", "grpc-message", "grpc-message-type", "biz-status", "biz-message",
            "biz-extra",
            "source-service", "destination-service", "destination-method", "host", "connection", "keep-alive",
            "proxy-connection", "transfer-encoding", "upgrade", "content-length");

    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    /** Takes texts with and without padding. */
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private MetadataHeaders() {
    }

    /**
     * Adds all entries to the headers.
     *
     * @throws IllegalArgumentException if a value is not printable ASCII and its name does not end in {@code -bin}
     */
    public static void write(Metadata metadata, Http2Headers headers) {
        for (String name : metadata.keys()) {
            if (isReserved(name) || name.equals("user-agent")) {
                continue;
            }
            if (name.endsWith(BINARY)) {
                writeBinary(name, metadata, headers);
            } else {
                writeText(name, metadata, headers);
            }
        }
    }

    private static void writeBinary(String name, Metadata metadata, Http2Headers headers) {
        Iterable<byte[]> values = metadata.getAll(Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER));
        if (values != null) {
            for (byte[] value : values) {
                headers.add(name, new AsciiString(ENCODER.encode(value), false));
            }
        }
    }

    private static void writeText(String name, Metadata metadata, Http2Headers headers) {
        Iterable<String> values = metadata.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        if (values != null) {
            for (String value : values) {
                headers.add(name, new AsciiString(printable(name, value)));
            }
        }
    }

    private static String printable(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c > 0x7E) {
                throw new IllegalArgumentException("metadata '" + name + "': character " + (int) c + " at " + i
                        + " (expected: printable ASCII, or a name that ends in -bin and bytes)");
            }
        }
        return value;
    }

    /** The entries of these headers, in a new object. */
    public static Metadata read(Http2Headers headers) {
        Metadata metadata = new Metadata();
        read(headers, metadata);
        return metadata;
    }

    /** Adds the entries of these headers. Values that are not Base64 where they should be are passed over. */
    public static void read(Http2Headers headers, Metadata metadata) {
        for (Map.Entry<CharSequence, CharSequence> header : headers) {
            String name = header.getKey().toString();
            if (!isName(name) || isReserved(name)) {
                continue;
            }
            if (name.endsWith(BINARY)) {
                readBinary(name, header.getValue().toString(), metadata);
            } else {
                metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), header.getValue().toString());
            }
        }
    }

    /** Several values of one name may have become one text with commas on their way. */
    private static void readBinary(String name, String value, Metadata metadata) {
        Metadata.Key<byte[]> key = Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER);
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            try {
                metadata.put(key, DECODER.decode(value.substring(start, end).strip().getBytes(StandardCharsets.US_ASCII)));
            } catch (IllegalArgumentException e) {
                LOG.debugf("metadata '%s': passed over, as it is not Base64: %s", name, e.getMessage());
            }
            start = end + 1;
        }
    }

    /** What Metadata takes for a name; pseudo-headers are none. */
    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isNameCharacter(c)) {
                return false;
            }
        }
        return !name.isEmpty() && !name.equals(BINARY);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    private static boolean isReserved(String name) {
        return RESERVED.contains(name) || MetainfoHeaders.isMetainfo(name);
    }
}
