package io.quarkiverse.volo.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Objects;

import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;

/** Says in a few words why a socket could not be had; the JDK, Netty and each operating system word it differently. */
final class SocketFailure {

    private SocketFailure() {
    }

    static String describe(Throwable cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        if (cause instanceof ConnectTimeoutException) {
            return "timed out";
        }
        if (cause instanceof NoRouteToHostException) {
            return "no route to host";
        }
        if (cause instanceof UnknownHostException) {
            return "unknown host";
        }
        if (cause instanceof SSLException && (mentions(message, "closed while") || hungUp(cause))) {
            return "TLS handshake failed: the peer hung up (expected: a peer that speaks TLS, and takes the certificate"
                    + " that it is shown)";
        }
        if (cause instanceof SSLException) {
            return "TLS handshake failed: " + rootMessage(cause);
        }
        if (cause instanceof ConnectException && mentions(message, "refused")) {
            return "connection refused";
        }
        if (cause instanceof IOException && mentions(message, "in use")) {
            return "address already in use";
        }
        return message;
    }

    private static boolean hungUp(Throwable tls) {
        return tls.getCause() instanceof ClosedChannelException;
    }

    private static boolean mentions(String message, String words) {
        return message.toLowerCase(Locale.ROOT).contains(words);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
    }
}
