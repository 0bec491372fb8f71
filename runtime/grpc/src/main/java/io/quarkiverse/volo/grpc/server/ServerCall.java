package io.quarkiverse.volo.grpc.server;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.codec.MessageReader;
import io.quarkiverse.volo.grpc.codec.MessageWriter;
import io.quarkiverse.volo.grpc.transport.IncomingMessages;
import io.quarkiverse.volo.grpc.transport.OutgoingMessages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.vertx.core.impl.ContextInternal;

/**
 * A call that is being served: subscribes to the service on the call's own Vert.x context, and brings what it answers, from
 * whichever thread, back to the connection's event loop. A call whose request is one message is served when that is there; one
 * with a stream of requests at once.
 */
final class ServerCall<Q, R> extends ServedStream implements UniSubscriber<Object>, OutgoingMessages.End, Runnable {

    @SuppressWarnings("rawtypes") // as a class literal is
    private static final AtomicIntegerFieldUpdater<ServerCall> STATE = AtomicIntegerFieldUpdater.newUpdater(ServerCall.class,
            "state");
    private static final int RUNNING = 0;
    private static final int ANSWERED = 1;

    private final CallHost connection;
    private final Route<Q, R> route;
    private final RpcContext context;
    private final MessageWriter<R> writer;
    /** Of a request that is one message. */
    private final MessageReader<Q> reader;
    /** Of a request that is a stream. */
    private final @Nullable IncomingMessages<Q> requests;
    private @Nullable Q request;
    private @Nullable OutgoingMessages<R> replies;

    private volatile int state;
    private volatile @Nullable UniSubscription below;
    private @Nullable Object item;
    private @Nullable Throwable failure;

    /** The peer sends no more. */
    private boolean requestComplete;
    /** The reply's headers have been sent. */
    private boolean begun;
    /** The call has ended, one way or the other. */
    private boolean over;
    private boolean resetByPeer;

    ServerCall(CallHost connection, Route<Q, R> route, RpcContext context, RequestHead head,
            Compression replyCompression) {
        super(connection);
        GrpcServerOptions options = connection.options();
        this.connection = connection;
        this.route = route;
        this.context = context;
        this.writer = new MessageWriter<>(route.method().reply(), replyCompression, options.maxOutboundSize());
        this.reader = new MessageReader<>(connection.alloc(), route.method().request(), head.compression(),
                options.maxInboundSize());
        this.requests = route.takesStream() ? new IncomingMessages<>(this, reader, context::dispatch, this::broken) : null;
    }

    RpcContext facts() {
        return context;
    }

    /** Whether the call waits for its request, which is one message. */
    boolean awaitsRequest() {
        return !over && !requestComplete && requests == null;
    }

    /** The headers have come. */
    void begin(boolean end) {
        IncomingMessages<Q> stream = requests;
        if (stream != null) {
            start(stream);
        }
        if (end) {
            requestEnded();
        }
    }

    @Override
    protected void headersRead(Http2Headers trailers, boolean end) {
        if (end) {
            requestEnded();
        }
    }

    @Override
    protected int dataRead(ByteBuf data, int padding, boolean end) {
        int consumed = data.readableBytes() + padding;
        IncomingMessages<Q> stream = requests;
        if (stream != null) {
            consumed = stream.dataRead(data, padding);
        } else if (!over) {
            readRequest(data);
        }
        if (end) {
            requestEnded();
        }
        return consumed;
    }

    private void readRequest(ByteBuf data) {
        try {
            reader.add(data);
            if (request == null) {
                request = reader.next();
            }
            if (request != null && reader.rest() > 0) {
                throw Status.INTERNAL.withDescription("request: more than one message (expected: one)").asRuntimeException();
            }
            reader.keepRest();
        } catch (StatusRuntimeException e) {
            fail(e);
        }
    }

    private void requestEnded() {
        requestComplete = true;
        IncomingMessages<Q> stream = requests;
        if (stream != null) {
            stream.complete();
        } else if (!over) {
            Q message = request;
            if (message != null) {
                start(message);
            } else {
                fail(reader.rest() > 0 ? reader.cutOff()
                        : Status.INTERNAL.withDescription("request: no message (expected: one)").asRuntimeException());
            }
        }
    }

    /** Serves the call on its own Vert.x context. */
    private void start(Object argument) {
        ContextInternal callContext = connection.newCallContext();
        context.attachTo(callContext);
        ContextInternal previous = callContext.beginDispatch();
        try {
            Uni<Object> answer = route.service().call(context, argument);
            if (answer == null) {
                throw new IllegalStateException(route.method().fullName() + " returned null (expected: a Uni)");
            }
            CallStage.subscribe(answer, this);
        } catch (RuntimeException | Error e) {
            onFailure(e);
        } finally {
            callContext.endDispatch(previous);
        }
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        below = subscription;
        if (state == ANSWERED) {
            subscription.cancel();
        }
    }

    @Override
    public void onItem(@Nullable Object item) {
        if (STATE.compareAndSet(this, RUNNING, ANSWERED)) {
            this.item = item;
            bringBack();
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (STATE.compareAndSet(this, RUNNING, ANSWERED)) {
            this.failure = failure;
            bringBack();
        }
    }

    private void bringBack() {
        if (connection.eventLoop().inEventLoop()) {
            run();
        } else {
            connection.inbox().execute(this);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // A service answers what its method's codecs and kind say.
    public void run() {
        Object answer = item;
        if (over) {
            return;
        }
        if (failure != null) {
            fail(failure);
        } else if (answer == null) {
            fail(new IllegalStateException(route.method().fullName() + " answered null (expected: a message)"));
        } else if (route.answersStream()) {
            stream((Multi<R>) answer);
        } else {
            reply((R) answer);
        }
    }

    private void reply(R message) {
        try {
            ByteBuf bytes = writer.write(connection.alloc(), message);
            begun(bytes);
            connection.writeData(this, bytes, false);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        completed();
    }

    /** @param message released if the headers cannot be written, because of what the application has put there */
    private void begun(ByteBuf message) {
        try {
            begun();
        } catch (RuntimeException e) {
            message.release();
            throw e;
        }
    }

    private void begun() {
        connection.writeHeaders(this, ReplyHeaders.headers(context, writer.compression()), false);
        begun = true;
    }

    private void stream(Multi<R> messages) {
        try {
            begun();
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        OutgoingMessages<R> sent = new OutgoingMessages<>(this, writer, context::dispatch, this);
        replies = sent;
        context.dispatch(() -> messages.subscribe().withSubscriber(sent));
    }

    /** The whole reply has been written. */
    @Override
    public void completed() {
        if (over) {
            return;
        }
        Http2Headers trailers;
        try {
            trailers = ReplyHeaders.ok(context);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        end(CallEnd.success(), trailers);
    }

    @Override
    public void failed(Throwable failure) {
        fail(failure);
    }

    /** What has come is no message. */
    private void broken(StatusRuntimeException failure) {
        fail(failure);
    }

    /** Ends the call with a failure, whatever has been answered. */
    void fail(Throwable failure) {
        if (over) {
            return;
        }
        connection.logFailure(context, failure);
        Http2Headers trailers;
        try {
            trailers = ReplyHeaders.failure(context, failure, begun, connection.options().exposeErrors());
        } catch (RuntimeException e) {
            // The application's own headers cannot be written.
            trailers = ReplyHeaders.failure(e, begun);
        }
        end(CallEnd.failure(failure), trailers);
    }

    private void end(CallEnd end, Http2Headers trailers) {
        over(end);
        if (requestComplete) {
            connection.writeHeaders(this, trailers, true);
        } else {
            // The peer need not send the rest, see RFC 9113, 8.1.
            connection.writeHeaders(this, trailers, true)
                    .addListener(written -> connection.reset(this, Http2Error.NO_ERROR));
        }
    }

    private void over(CallEnd end) {
        over = true;
        context.end(end);
        stop();
        connection.ended(this);
    }

    /** Stops whoever is still at it. */
    private void stop() {
        boolean asked = STATE.compareAndSet(this, RUNNING, ANSWERED);
        OutgoingMessages<R> sent = replies;
        if (asked || sent != null) {
            UniSubscription subscription = below;
            if (asked && subscription != null) {
                context.dispatch(subscription::cancel);
            }
            if (sent != null) {
                sent.cancel();
            }
        }
        IncomingMessages<Q> stream = requests;
        if (stream == null) {
            reader.release();
        } else {
            stream.fail(Status.CANCELLED.withDescription("the call has ended").asRuntimeException());
        }
        request = null;
    }

    @Override
    protected void resetRead(long errorCode) {
        resetByPeer = true;
    }

    @Override
    protected void closed() {
        requestComplete = true;
        if (!over) {
            over(resetByPeer ? CallEnd.cancelled()
                    : CallEnd.failure(new VoloException(ErrorKind.CONNECTION_CLOSED,
                            context.describe() + ": the connection was closed before the call had ended", null)));
        }
    }
}
