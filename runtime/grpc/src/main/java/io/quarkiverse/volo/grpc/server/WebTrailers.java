package io.quarkiverse.volo.grpc.server;

import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;
import io.quarkiverse.volo.grpc.codec.MessageDeframer;

/** Trailers as the last message of a body: after a byte that says so and their length, a line for each. */
final class WebTrailers {

    private static final int TRAILERS = 0x80;

    private WebTrailers() {
    }

    /** @return the caller's */
    static ByteBuf write(ByteBufAllocator allocator, Http2Headers trailers) {
        ByteBuf out = allocator.buffer().writeByte(TRAILERS).writeInt(0);
        for (Map.Entry<CharSequence, CharSequence> trailer : trailers) {
            CharSequence name = trailer.getKey();
            if (name.charAt(0) != ':' && !AsciiString.contentEquals(name, GrpcHeaders.CONTENT_TYPE)) {
                line(out, name, trailer.getValue());
            }
        }
        return out.setInt(1, out.readableBytes() - MessageDeframer.PREFIX_SIZE);
    }

    private static void line(ByteBuf out, CharSequence name, CharSequence value) {
        ByteBufUtil.writeAscii(out, name);
        out.writeByte(':').writeByte(' ');
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            // A line may not end within a value.
            out.writeByte(next < ' ' ? ' ' : next);
        }
        out.writeByte('\r').writeByte('\n');
    }
}
