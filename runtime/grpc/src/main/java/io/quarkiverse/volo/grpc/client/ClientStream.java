package io.quarkiverse.volo.grpc.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.concurrent.Future;
import io.quarkiverse.volo.context.AttributeKey;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;
import io.quarkiverse.volo.grpc.codec.HttpStatusMapping;
import io.quarkiverse.volo.grpc.codec.MessageReader;
import io.quarkiverse.volo.grpc.codec.MessageWriter;
import io.quarkiverse.volo.grpc.codec.MetadataHeaders;
import io.quarkiverse.volo.grpc.codec.MetainfoHeaders;
import io.quarkiverse.volo.grpc.codec.StatusTrailers;
import io.quarkiverse.volo.grpc.transport.GrpcStream;
import io.quarkiverse.volo.grpc.transport.OutgoingMessages;
import io.smallrye.mutiny.Multi;

/**
 * One attempt at a call as HTTP/2's stream: sends the request and reads the reply. Everything here happens on the connection's
 * event loop.
 *
 * @param <Q> a message of the request
 * @param <R> a message of the reply
 */
final class ClientStream<Q, R> extends GrpcStream implements OutgoingMessages.End {

    private final GrpcClientConnection connection;
    private final GrpcMethod<Q, R> method;
    private final RpcContext context;
    private final WireCall<?, ?> call;

    private @Nullable OutgoingMessages<Q> outgoing;
    private @Nullable CharSequence httpStatus;
    private @Nullable Reply<R> reply;
    /** Whether the requests' stream has been subscribed to, so that nobody can count on it to tell the same again. */
    private boolean requestTaken;
    private boolean requestEnded;
    /** The caller has been told how it ends, or does not want to know. */
    private boolean done;

    ClientStream(GrpcClientConnection connection, GrpcMethod<Q, R> method, RpcContext context, WireCall<?, ?> call) {
        super(connection);
        this.connection = connection;
        this.method = method;
        this.context = context;
        this.call = call;
    }

    RpcContext context() {
        return context;
    }

    /** Sends the request, or begins to. */
    void begin(Object request) {
        try {
            Compression compression = compression();
            Http2Headers headers = connection.headers().of(context, method, compression);
            MessageWriter<Q> writer = new MessageWriter<>(method.request(), compression,
                    connection.options().maxRequestSize());
            if (request instanceof Multi<?> messages) {
                send(headers, writer, messages);
            } else {
                send(headers, writer, request);
            }
        } catch (StatusRuntimeException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(new VoloException(ErrorKind.PROTOCOL,
                    context.describe() + ": the request cannot be written: " + e.getMessage(), e, true));
        }
        if (done && id() == 0) {
            connection.giveBack();
        }
    }

    private Compression compression() {
        Compression ofCall = context.get(GrpcClient.COMPRESSION);
        return ofCall == null ? connection.options().compression() : ofCall;
    }

    /** The one message is written before anything is sent, since it may turn out that it cannot be. */
    @SuppressWarnings("unchecked") // The method's kind says that the request is a message.
    private void send(Http2Headers headers, MessageWriter<Q> writer, Object request) {
        ByteBuf message = writer.write(connection.alloc(), (Q) request);
        requestEnded = true;
        if (opened(connection.openStream(this, headers))) {
            connection.writeData(this, message, true);
        } else {
            message.release();
        }
    }

    @SuppressWarnings("unchecked") // The method's kind says whose messages these are.
    private void send(Http2Headers headers, MessageWriter<Q> writer, Multi<?> requests) {
        if (opened(connection.openStream(this, headers))) {
            OutgoingMessages<Q> messages = new OutgoingMessages<>(this, writer, Runnable::run, this);
            outgoing = messages;
            requestTaken = true;
            ((Multi<Q>) requests).subscribe().withSubscriber(messages);
        }
    }

    private boolean opened(ChannelFuture headersWritten) {
        if (headersWritten.isDone()) {
            headersWritten(headersWritten);
        } else {
            headersWritten.addListener(this::headersWritten);
        }
        return !done;
    }

    private void headersWritten(Future<?> written) {
        if (!written.isSuccess()) {
            fail(connection.notSent(context, Objects.requireNonNull(written.cause())));
        }
    }

    @Override
    public void completed() {
        requestEnded = true;
        connection.writeData(this, connection.alloc().buffer(0), true);
    }

    @Override
    public void failed(Throwable failure) {
        connection.reset(this, Http2Error.CANCEL);
        fail(failure);
    }

    @Override
    protected void headersRead(Http2Headers headers, boolean end) {
        if (done) {
            return;
        }
        if (reply != null) {
            trailersRead(headers, end);
            return;
        }
        httpStatus = headers.status();
        if (end) {
            trailersOnly(headers);
        } else if (!isInformational()) {
            replyBegins(headers);
        }
    }

    private boolean isInformational() {
        CharSequence status = httpStatus;
        return status != null && status.length() == 3 && status.charAt(0) == '1';
    }

    private void replyBegins(Http2Headers headers) {
        MetainfoHeaders.readBackward(headers, context);
        Status unexpected = unexpected(headers);
        Compression compression = Compression.named(headers.get(GrpcHeaders.ENCODING));
        if (unexpected != null) {
            giveUp(unexpected.asRuntimeException(MetadataHeaders.read(headers)));
        } else if (compression == null) {
            giveUp(Status.INTERNAL.withDescription("reply compressed by '" + headers.get(GrpcHeaders.ENCODING)
                    + "' (expected: one of " + Compression.ACCEPTED + ")").asRuntimeException());
        } else {
            note(GrpcMetadata.REPLY_HEADERS, headers);
            beginReply(compression);
        }
    }

    /** What is no reply of gRPC's, such as that of a proxy; {@code null} if it is one. */
    private @Nullable Status unexpected(Http2Headers headers) {
        CharSequence status = httpStatus;
        if (status == null || !"200".contentEquals(status)) {
            return HttpStatusMapping.ofStatus(status);
        }
        CharSequence contentType = headers.get(GrpcHeaders.CONTENT_TYPE);
        return contentType != null && GrpcHeaders.isGrpc(contentType) ? null
                : Status.UNKNOWN.withDescription("content-type: '" + contentType + "' (expected: application/grpc)");
    }

    private Reply<R> beginReply(Compression compression) {
        MessageReader<R> reader = new MessageReader<>(connection.alloc(), method.reply(), compression,
                connection.options().maxReplySize());
        Reply<R> begun = switch (method.kind()) {
            case SERVER_STREAMING, BIDIRECTIONAL -> new StreamedReply<>(this, reader);
            default -> new SingleReply<>(reader);
        };
        reply = begun;
        begun.begin(call);
        return begun;
    }

    @Override
    protected int dataRead(ByteBuf data, int padding, boolean end) {
        int all = data.readableBytes() + padding;
        Reply<R> current = reply;
        if (done) {
            return all;
        }
        if (current == null) {
            giveUp(malformed("data before the headers"));
            return all;
        }
        int consumed;
        try {
            consumed = current.dataRead(data, padding);
        } catch (StatusRuntimeException e) {
            giveUp(e);
            return all;
        }
        if (end && !done) {
            fail(malformed("no trailers at the end"));
        }
        return consumed;
    }

    private static StatusRuntimeException malformed(String what) {
        return Status.INTERNAL.withDescription("reply: " + what).asRuntimeException();
    }

    /** A reply that consists of its trailers: mostly a failure. */
    private void trailersOnly(Http2Headers trailers) {
        RuntimeException failure = StatusTrailers.read(trailers, httpStatus, context.describe());
        if (failure == null) {
            beginReply(Compression.IDENTITY);
        }
        ended(trailers, failure);
    }

    private void trailersRead(Http2Headers trailers, boolean end) {
        if (!end) {
            giveUp(malformed("headers in the middle"));
            return;
        }
        ended(trailers, StatusTrailers.read(trailers, httpStatus, context.describe()));
    }

    private void ended(Http2Headers trailers, @Nullable RuntimeException failure) {
        MetainfoHeaders.readBackward(trailers, context);
        note(GrpcMetadata.REPLY_TRAILERS, trailers);
        finish();
        if (!requestEnded) {
            // The peer wants no more of the request.
            connection.reset(this, Http2Error.NO_ERROR);
        }
        Reply<R> current = reply;
        if (current != null) {
            current.end(failure == null ? null : outOfTime(failure), call);
        } else if (failure != null) {
            call.onFailure(outOfTime(failure));
        }
    }

    /** That the peer found the time to be over too is no other failure than that this side does. */
    private RuntimeException outOfTime(RuntimeException failure) {
        if (!(failure instanceof StatusRuntimeException told) || !context.deadline().hasPassed()) {
            return failure;
        }
        return switch (told.getStatus().getCode()) {
            case DEADLINE_EXCEEDED, CANCELLED -> new VoloException(ErrorKind.TIMEOUT,
                    context.describe() + ": no reply within " + context.deadline(), told);
            default -> failure;
        };
    }

    /** Gives the caller the metadata that it has asked for. */
    private void note(AttributeKey<Metadata> key, Http2Headers headers) {
        Metadata wanted = context.get(key);
        if (wanted != null) {
            MetadataHeaders.read(headers, wanted);
        }
    }

    @Override
    protected void resetRead(long errorCode) {
        if (done) {
            return;
        }
        if (errorCode == Http2Error.REFUSED_STREAM.code()) {
            fail(connection.refused(context, "the peer refused the stream", !requestTaken));
        } else {
            fail(outOfTime(HttpStatusMapping.ofReset(errorCode).asRuntimeException()));
        }
    }

    @Override
    protected void closed() {
        if (!done) {
            fail(connection.lost(context, id(), !requestTaken));
        }
    }

    /** The caller does not wait any more. */
    void cancel() {
        if (!done) {
            finish();
            connection.abandoned(this);
        }
        Reply<R> current = reply;
        if (current != null) {
            current.drop();
        }
        connection.reset(this, Http2Error.CANCEL);
    }

    /** What the peer sends makes no sense, so it is asked for no more. */
    void giveUp(RuntimeException failure) {
        connection.reset(this, Http2Error.CANCEL);
        fail(failure);
    }

    private void fail(Throwable failure) {
        if (done) {
            return;
        }
        finish();
        Reply<R> current = reply;
        if (current == null) {
            call.onFailure(failure);
        } else {
            current.fail(failure, call);
        }
    }

    private void finish() {
        done = true;
        OutgoingMessages<Q> sending = outgoing;
        if (sending != null) {
            sending.cancel();
        }
    }
}
