package io.quarkiverse.volo.grpc.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;

/** What needs zstd-jni, which an application may leave out: not to be touched unless {@link ZstdLibrary} is there. */
final class Zstd {

    /** What a peer may make us keep in order to look back: 8 MiB, which all senders keep to unless they are told not to. */
    private static final int MAX_WINDOW_LOG = 23;

    private Zstd() {
    }

    static InputStream plain(InputStream compressed) throws IOException {
        ZstdInputStream plain = new ZstdInputStream(compressed);
        plain.setLongMax(MAX_WINDOW_LOG);
        return plain;
    }

    static OutputStream compressed(OutputStream out) throws IOException {
        return new ZstdOutputStream(out);
    }
}
