package io.quarkiverse.volo.thrift.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftException.Type;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.ttheader.TextKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * A server's connection without a socket: texts that begin with "slow" are answered when the test says so, those
 * that begin with "held" at once, while a thread works on at them until the test says that it has finished.
 */
final class ServedChannel implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();

    static final InetSocketAddress PEER = InetSocketAddress.createUnresolved("peer.example", 4711);

    final EmbeddedChannel channel;
    final ThriftServer server;
    final ThriftServerConnection connection;
    final List<String> started = new ArrayList<>();
    final List<RpcContext> calls = new ArrayList<>();
    final ConcurrentLinkedQueue<UniEmitter<? super String>> slow = new ConcurrentLinkedQueue<>();
    final List<RpcContext> held = new ArrayList<>();
    final List<String> cancelled = new ArrayList<>();
    int flushes;

    private final MessageFramer replies = new MessageFramer(MessageFramer.DEFAULT_MAX_SIZE, 64);

    ServedChannel(ThriftServerOptions options) {
        server = new ThriftServer(options);
        Service<String, String> service = (context, text) -> {
            calls.add(context);
            if (text.startsWith("held")) {
                context.hold();
                held.add(context);
            }
            return answer(text);
        };
        server.routes(
                ThriftRoutes.builder().add(Echo.ECHO, service).add(Echo.WRAPPED, service).add(Echo.NOTE, service).build());
        channel = new EmbeddedChannel(new FlushCounter()) {
            @Override
            protected SocketAddress remoteAddress0() {
                return PEER;
            }
        };
        connection = new ThriftServerConnection(server, channel, (ContextInternal) VERTX.getOrCreateContext());
        channel.pipeline().addLast(connection);
    }

    private final class FlushCounter extends ChannelOutboundHandlerAdapter {

        @Override
        public void flush(ChannelHandlerContext context) {
            flushes++;
            context.flush();
        }
    }

    private Uni<String> answer(String text) {
        started.add(text);
        if (text.startsWith("slow")) {
            return Uni.createFrom().<String> emitter(slow::add).onCancellation().invoke(() -> cancelled.add(text));
        }
        return switch (text) {
            case "refuse" -> Uni.createFrom().failure(new Echo.Refused("not today"));
            case "fail" -> Uni.createFrom().failure(new IllegalStateException("secret detail"));
            case "throw" -> throw new IllegalStateException("secret detail");
            case "long-winded" -> throw new ThriftException(Type.INTERNAL_ERROR, "e".repeat(5000));
            case "biz" -> Uni.createFrom().failure(new BizException(404, "nf", Map.of("id", "7")));
            case "too late" -> Uni.createFrom().failure(new VoloException(ErrorKind.TIMEOUT, "too late", null));
            case "too much" -> Uni.createFrom().failure(new VoloException(ErrorKind.OVERLOAD, "too much", null));
            case "send back" -> {
                calls.get(calls.size() - 1).metainfo().setBackward("K", "v").setBackward("biz-status", "1");
                yield Uni.createFrom().item(text);
            }
            case "null" -> Uni.createFrom().nullItem();
            case "no uni" -> null;
            default -> Uni.createFrom().item(text);
        };
    }

    /** Lets all these arrive in one read. */
    void receive(ByteBuf... messages) {
        channel.writeInbound(Unpooled.wrappedBuffer(messages));
    }

    void answerSlow(String text) {
        slow.remove().complete(text);
        channel.runPendingTasks();
    }

    /** The thread that served a text that begins with "held" has finished. */
    void release() {
        held.remove(0).release();
        channel.runPendingTasks();
    }

    /** The next reply as {@link Messages#next} tells it. */
    String reply() {
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            replies.add(channel.alloc(), out);
        }
        String reply = Messages.next(replies);
        replies.discardRead();
        return reply;
    }

    /** What the TTHeader of the last {@link #reply} says of the connection's end; {@code null} if nothing. */
    @Nullable
    String lastReset() {
        return replies.form().hasHeader() ? replies.header().get(TextKey.CONNECTION_RESET) : null;
    }

    /** Lets the connection's own time pass; what calls under way measure goes by another clock. */
    void pass(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    boolean isOpen() {
        channel.runPendingTasks();
        return channel.isOpen();
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
        replies.release();
    }
}
