package io.quarkiverse.volo.runtime.internal;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.transport.UnixSockets;
import io.vertx.core.Vertx;

/** What Unix domain sockets take. */
final class NativeTransport {

    private NativeTransport() {
    }

    /** What is missing for this configured socket, and how to get it; {@code null} if nothing is. */
    static @Nullable String missingFor(String key, Object socket, Vertx vertx) {
        return UnixSockets.areSupported(vertx) ? null
                : key + ": " + socket + ": a Unix domain socket takes a native transport (expected:"
                        + " quarkus.vertx.prefer-native-transport=true, and on the class path"
                        + " io.netty:netty-transport-native-epoll on Linux or io.netty:netty-transport-native-kqueue on macOS,"
                        + " with the classifier of the platform)";
    }
}
