package io.quarkiverse.volo.grpc.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.util.AsciiString;

/** How messages are compressed, each for itself; named as in the header {@code grpc-encoding}. */
public enum Compression {

    IDENTITY("identity") {
        @Override
        InputStream plain(InputStream compressed) {
            return compressed;
        }

        @Override
        OutputStream compressed(OutputStream out) {
            return out;
        }
    },

    GZIP("gzip") {
        @Override
        InputStream plain(InputStream compressed) throws IOException {
            return new GZIPInputStream(compressed);
        }

        @Override
        OutputStream compressed(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    },

    /** What HTTP calls deflate: in zlib's format. */
    DEFLATE("deflate") {
        @Override
        InputStream plain(InputStream compressed) {
            return new InflaterInputStream(compressed);
        }

        @Override
        OutputStream compressed(OutputStream out) {
            return new DeflaterOutputStream(out);
        }
    },

    /** Only with {@code com.github.luben:zstd-jni} on the class path. */
    ZSTD("zstd") {
        @Override
        public boolean isAvailable() {
            return ZstdLibrary.AVAILABLE;
        }

        @Override
        InputStream plain(InputStream compressed) throws IOException {
            return Zstd.plain(compressed);
        }

        @Override
        OutputStream compressed(OutputStream out) throws IOException {
            return Zstd.compressed(out);
        }
    };

    /** The value of {@code grpc-accept-encoding}: all that can be read here. */
    public static final AsciiString ACCEPTED = AsciiString.cached(Arrays.stream(values()).filter(Compression::isAvailable)
            .map(compression -> compression.header.toString()).collect(Collectors.joining(",")));

    private static final int CHUNK = 8 * 1024;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes to it.
    private final AsciiString header;

    Compression(String header) {
        this.header = AsciiString.cached(header);
    }

    /** The name in {@code grpc-encoding}. */
    public AsciiString header() {
        return header;
    }

    /** Whether what it needs is on the class path. */
    public boolean isAvailable() {
        return true;
    }

    abstract InputStream plain(InputStream compressed) throws IOException;

    abstract OutputStream compressed(OutputStream out) throws IOException;

    /**
     * The one of that name; {@code null} if there is none here.
     *
     * @param name {@code null}: none is named, which means identity
     */
    public static @Nullable Compression named(@Nullable CharSequence name) {
        if (name == null) {
            return IDENTITY;
        }
        for (Compression compression : values()) {
            if (compression.header.contentEquals(name)) {
                return compression.isAvailable() ? compression : null;
            }
        }
        return null;
    }

    /**
     * Whether a peer reads it.
     *
     * @param accepted the peer's {@code grpc-accept-encoding}; {@code null}: it sent none
     */
    public boolean isAmong(@Nullable CharSequence accepted) {
        if (this == IDENTITY) {
            return true;
        }
        return accepted != null
                && Arrays.stream(accepted.toString().split(",")).anyMatch(name -> header.contentEquals(name.strip()));
    }

    /**
     * The message as it was before it was compressed; the caller releases it.
     *
     * @param message read to its end; stays the caller's
     * @param maxSize how many bytes may come out; no more memory is taken than that, whatever goes in
     * @throws StatusRuntimeException RESOURCE_EXHAUSTED if it is longer, INTERNAL if the bytes are not what they should be
     */
    public ByteBuf decompress(ByteBufAllocator allocator, ByteBuf message, int maxSize) {
        ByteBuf plain = allocator.buffer(Math.min(maxSize, Math.max(message.readableBytes() * 2, 64)));
        try (InputStream in = plain(new ByteBufInputStream(message))) {
            for (int read = 1; read > 0;) {
                read = plain.writeBytes(in, Math.min(CHUNK, maxSize + 1 - plain.readableBytes()));
                if (plain.readableBytes() > maxSize) {
                    throw Status.RESOURCE_EXHAUSTED
                            .withDescription("message size, decompressed: more than " + maxSize
                                    + " bytes (expected: at most " + maxSize + ")")
                            .asRuntimeException();
                }
            }
        } catch (IOException | RuntimeException e) {
            plain.release();
            throw e instanceof StatusRuntimeException status ? status
                    : Status.INTERNAL.withDescription("message: cannot be decompressed by " + header + ": " + e.getMessage())
                            .withCause(e).asRuntimeException();
        }
        return plain;
    }

    /** Appends the message, compressed. */
    void compress(ByteBuf plain, ByteBuf out) throws IOException {
        try (OutputStream compressed = compressed(new ByteBufOutputStream(out))) {
            plain.readBytes(compressed, plain.readableBytes());
        }
    }
}
