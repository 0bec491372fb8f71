package io.quarkiverse.volo.grpc.codec;

import com.github.luben.zstd.util.Native;

/**
 * Whether zstd-jni is there, and works on this platform. A class of its own: to verify {@link Zstd}, the JVM already needs the
 * library's classes.
 */
final class ZstdLibrary {

    static final boolean AVAILABLE = load();

    private ZstdLibrary() {
    }

    private static boolean load() {
        try {
            Native.load();
            return true;
        } catch (LinkageError absent) {
            return false;
        }
    }
}
