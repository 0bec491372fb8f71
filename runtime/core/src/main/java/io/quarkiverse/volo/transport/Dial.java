package io.quarkiverse.volo.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ConnectTimeoutException;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.vertx.core.AsyncResult;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.NetSocketInternal;

/** One attempt to connect. After {@link #start}, all of it runs on the connection's event loop. */
final class Dial {

    private final Address address;
    private final ContextInternal context;
    private final Duration limit;
    private final @Nullable String ipAddressName;
    private final ConnectionInitializer initializer;
    private final ConnectionCallback<Channel> callback;
    private final long startNanos = System.nanoTime();
    private @Nullable ScheduledFuture<?> timer;
    private boolean done;

    Dial(Address address, ContextInternal context, ConnectorOptions options, ConnectionInitializer initializer,
            ConnectionCallback<Channel> callback) {
        this.address = address;
        this.context = context;
        this.limit = options.connectTimeout();
        this.ipAddressName = options.serverName();
        this.initializer = initializer;
        this.callback = callback;
    }

    void start(NetClient client) {
        try {
            context.emit(client, this::dial);
        } catch (RejectedExecutionException e) {
            // The loop is shut down: nothing runs on it any more, so the caller is told on its own thread.
            callback.failed(failure(e));
        }
    }

    private void dial(NetClient client) {
        // Vert.x' own timeout covers neither resolving the name nor the TLS handshake.
        timer = context.nettyEventLoop().schedule(this::timedOut, limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            client.connect(socketAddress(), serverName()).onComplete(this::dialed);
        } catch (RuntimeException e) { // the client is closed
            fail(e);
        }
    }

    private SocketAddress socketAddress() {
        String path = address.path();
        if (path != null) {
            return SocketAddress.domainSocketAddress(path);
        }
        return ipAddressName != null && isIpAddress() ? named(ipAddressName)
                : SocketAddress.inetSocketAddress(address.port(), address.host());
    }

    /** That IP address under a name, against which Vert.x verifies the peer's certificate; nothing is resolved. */
    private SocketAddress named(String name) {
        try {
            InetAddress ip = InetAddress.getByAddress(name, NetUtil.createByteArrayFromIpAddressString(address.host()));
            return SocketAddress.inetSocketAddress(new InetSocketAddress(ip, address.port()));
        } catch (UnknownHostException e) { // of another length than an IP address, which isIpAddress() excludes
            throw new IllegalStateException(e);
        }
    }

    /** What TLS tells the server of whom is called; an IP address is no name. */
    private @Nullable String serverName() {
        if (address.path() != null) {
            return null;
        }
        return isIpAddress() ? ipAddressName : address.host();
    }

    private boolean isIpAddress() {
        return NetUtil.isValidIpV4Address(address.host()) || NetUtil.isValidIpV6Address(address.host());
    }

    private void timedOut() {
        fail(new ConnectTimeoutException("no connection after " + limit.toMillis() + " ms"));
    }

    private void dialed(AsyncResult<NetSocket> result) {
        if (result.failed()) {
            fail(result.cause());
        } else if (done) {
            result.result().close(); // too late
        } else {
            initialize((NetSocketInternal) result.result());
        }
    }

    private void initialize(NetSocketInternal socket) {
        Channel channel = socket.channelHandlerContext().channel();
        socket.exceptionHandler(failure -> Connector.LOG.debugf(failure, "connection to %s failed", address));
        try {
            initializer.initialize(channel, context);
        } catch (RuntimeException e) {
            ChannelFuture unused = channel.close();
            fail(e);
            return;
        }
        finish();
        callback.connected(channel);
    }

    private void fail(Throwable cause) {
        if (!done) {
            finish();
            callback.failed(failure(cause));
        }
    }

    private void finish() {
        done = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private VoloException failure(Throwable cause) {
        long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        return new VoloException(ErrorKind.CONNECT, "connect to " + address + " failed after " + elapsed + " ms (limit "
                + limit.toMillis() + " ms): " + SocketFailure.describe(cause), cause, true);
    }
}
