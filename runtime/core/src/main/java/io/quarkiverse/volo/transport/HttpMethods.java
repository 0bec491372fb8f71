package io.quarkiverse.volo.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.transport.Protocol.Match;

/** Knows HTTP/1 by the method that a connection begins with. */
public final class HttpMethods {

    private static final int METHOD_BYTES = 4;
    private static final List<byte[]> METHODS = Stream.of("GET ", "POST", "PUT ", "HEAD", "OPTI", "DELE", "PATC")
            .map(method -> method.getBytes(StandardCharsets.US_ASCII)).toList();

    private HttpMethods() {
    }

    /** See {@link Protocol#match}. */
    public static Match match(ByteBuf firstBytes) {
        int length = Math.min(firstBytes.readableBytes(), METHOD_BYTES);
        for (byte[] method : METHODS) {
            if (startsWith(firstBytes, method, length)) {
                return length == METHOD_BYTES ? Match.YES : Match.MORE;
            }
        }
        return Match.NO;
    }

    private static boolean startsWith(ByteBuf bytes, byte[] method, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes.getByte(bytes.readerIndex() + i) != method[i]) {
                return false;
            }
        }
        return true;
    }
}
