package io.quarkiverse.volo.grpc.server;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.base64.Base64;
import io.netty.handler.codec.base64.Base64Dialect;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.flow.LoopInbox;
import io.quarkiverse.volo.grpc.transport.GrpcStream;
import io.vertx.core.impl.ContextInternal;

/**
 * A request by gRPC-Web, over HTTP/2 or HTTP/1.1, and its answer. Stands between the connection and the {@link ServerCall}: to
 * that one it is a connection on which gRPC is spoken.
 */
final class WebCall extends ServedStream implements CallHost {

    private final CallHost connection;
    private final WebOptions options;
    private @Nullable WebRequest request;
    private @Nullable ServerCall<?, ?> call;
    /** Of a body that is in base64. */
    private @Nullable Base64Reader text;
    private boolean requestComplete;
    private boolean replyBegun;

    WebCall(CallHost connection, WebOptions options) {
        super(connection);
        this.connection = connection;
        this.options = options;
    }

    /** The headers have come. */
    void begin(CallMaker calls, Http2Headers headers, boolean end) {
        requestComplete = end;
        WebAnswer answer = WebAnswer.to(headers, options);
        if (answer != null) {
            answer(answer);
            return;
        }
        WebRequest form = WebRequest.of(headers, options);
        request = form;
        text = form.text() ? new Base64Reader() : null;
        try {
            RequestHead head = RequestHead.ofCall(headers);
            begin(calls.make(this, withoutStream(calls.route(headers)), head), end);
        } catch (RequestHead.Refused e) {
            endRequest(writeHeaders(this, ReplyHeaders.refusal(e.httpStatus, e.status), true));
        }
    }

    private static Route<?, ?> withoutStream(Route<?, ?> route) throws RequestHead.Refused {
        if (route.takesStream()) {
            throw new RequestHead.Refused(RequestHead.HTTP_OK, Status.UNIMPLEMENTED.withDescription(
                    route.method().fullName() + ": takes a stream of requests, which gRPC-Web has not (expected: gRPC)"));
        }
        return route;
    }

    private void begin(ServerCall<?, ?> made, boolean end) {
        call = made;
        made.begin(end);
        if (!made.facts().deadline().isNone()) {
            RequestDeadline.watch(made);
        }
    }

    private void answer(WebAnswer answer) {
        ChannelFuture written = connection.writeHeaders(this, answer.headers(), answer.text().isEmpty());
        endRequest(answer.text().isEmpty() ? written
                : connection.writeData(this, ByteBufUtil.writeUtf8(alloc(), answer.text()), true));
    }

    /** The rest of the request is not wanted. */
    private void endRequest(ChannelFuture answered) {
        if (!requestComplete) {
            answered.addListener(written -> connection.reset(this, Http2Error.NO_ERROR));
        }
    }

    @Override
    protected void headersRead(Http2Headers trailers, boolean end) {
        requestComplete |= end;
        if (end) {
            dataRead(Unpooled.EMPTY_BUFFER, 0, true);
        }
    }

    @Override
    protected int dataRead(ByteBuf data, int padding, boolean end) {
        requestComplete |= end;
        int size = data.readableBytes() + padding;
        ServerCall<?, ?> served = call;
        if (served == null) {
            return size;
        }
        Base64Reader base64 = text;
        if (base64 == null) {
            return served.dataRead(data, padding, end);
        }
        ByteBuf bytes = alloc().buffer(data.readableBytes() / 4 * 3 + 3);
        try {
            base64.read(data, bytes);
            if (end && !base64.isWhole()) {
                throw Status.INTERNAL.withDescription("body: ends within four characters of base64").asRuntimeException();
            }
            served.dataRead(bytes, 0, end);
        } catch (StatusRuntimeException e) {
            served.fail(e);
        } finally {
            bytes.release();
        }
        return size;
    }

    @Override
    protected void resetRead(long errorCode) {
        ServerCall<?, ?> served = call;
        if (served != null) {
            served.resetRead(errorCode);
        }
    }

    @Override
    protected void closed() {
        ServerCall<?, ?> served = call;
        if (served != null) {
            served.closed();
        }
    }

    @Override
    public ChannelFuture writeHeaders(GrpcStream stream, Http2Headers headers, boolean end) {
        if (!end) {
            return beginReply(headers);
        }
        if (!replyBegun) {
            beginReply(ReplyHeaders.plain());
        }
        return connection.writeData(this, encoded(WebTrailers.write(alloc(), headers)), true);
    }

    private ChannelFuture beginReply(Http2Headers headers) {
        replyBegun = true;
        return connection.writeHeaders(this, form().replyHeaders(headers), false);
    }

    private WebRequest form() {
        WebRequest known = request;
        if (known == null) {
            throw new IllegalStateException("a reply before its request");
        }
        return known;
    }

    @Override
    public ChannelFuture writeData(GrpcStream stream, ByteBuf data, boolean end) {
        return connection.writeData(this, encoded(data), end);
    }

    /** Each message, or the trailers, by themselves: readers look for padding in the midst. */
    private ByteBuf encoded(ByteBuf data) {
        if (!form().textReply()) {
            return data;
        }
        try {
            return Base64.encode(data, data.readerIndex(), data.readableBytes(), false, Base64Dialect.STANDARD, alloc());
        } finally {
            data.release();
        }
    }

    @Override
    public void reset(GrpcStream stream, Http2Error error) {
        connection.reset(this, error);
    }

    @Override
    public void consumed(GrpcStream stream, int bytes) {
        connection.consumed(this, bytes);
    }

    @Override
    public EventLoop eventLoop() {
        return connection.eventLoop();
    }

    @Override
    public LoopInbox inbox() {
        return connection.inbox();
    }

    @Override
    public ByteBufAllocator alloc() {
        return connection.alloc();
    }

    @Override
    public GrpcServerOptions options() {
        return connection.options();
    }

    @Override
    public ContextInternal newCallContext() {
        return connection.newCallContext();
    }

    @Override
    public void logFailure(RpcContext failed, Throwable failure) {
        connection.logFailure(failed, failure);
    }

    @Override
    public void ended(ServerCall<?, ?> ended) {
        connection.ended(ended);
    }
}
