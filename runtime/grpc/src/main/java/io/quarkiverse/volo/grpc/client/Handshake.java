package io.quarkiverse.volo.grpc.client;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.transport.ConnectionCallback;

/**
 * Waits for a new connection's first settings: before, nobody knows how many calls it takes, nor whether its peer speaks HTTP/2
 * at all. On the connection's event loop.
 */
final class Handshake {

    private final Address address;
    private final GrpcClientConnection connection;
    private final boolean tls;
    private final Duration limit;
    private final ConnectionCallback<GrpcClientConnection> callback;
    private final ScheduledFuture<?> timer;
    private boolean done;

    Handshake(Address address, GrpcClientConnection connection, boolean tls, Duration limit,
            ConnectionCallback<GrpcClientConnection> callback) {
        this.address = address;
        this.connection = connection;
        this.tls = tls;
        this.limit = limit;
        this.callback = callback;
        this.timer = connection.eventLoop().schedule(this::timedOut, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    void succeeded() {
        if (finish()) {
            callback.connected(connection);
        }
    }

    /** @param cause {@code null}: the peer has just closed the connection */
    void failed(@Nullable Throwable cause) {
        if (finish()) {
            callback.failed(new VoloException(ErrorKind.CONNECT, "connect to " + address + " failed: no HTTP/2 there: "
                    + (cause == null ? closedAtOnce() : cause.getMessage()), cause, true));
        }
    }

    private String closedAtOnce() {
        return tls ? "closed at once" : "closed at once; it may speak nothing without TLS";
    }

    private void timedOut() {
        if (finish()) {
            callback.failed(
                    new VoloException(ErrorKind.CONNECT, "connect to " + address + " failed: no HTTP/2 there: no settings"
                            + " after " + limit.toMillis() + " ms", null, true));
            connection.close();
        }
    }

    private boolean finish() {
        if (done) {
            return false;
        }
        done = true;
        timer.cancel(false);
        return true;
    }
}
