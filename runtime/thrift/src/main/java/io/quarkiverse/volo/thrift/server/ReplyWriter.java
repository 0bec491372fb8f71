package io.quarkiverse.volo.thrift.server;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.server.ReplyOptions.BizErrors;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.ttheader.BizStatus;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;

/** Encodes what a call answers, errors included, behind what a buffer has already; every buffer stays the caller's. */
final class ReplyWriter {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.server");
    /** What most errors have room in. */
    static final int ERROR_SIZE = 256;
    /** What an EXCEPTION message takes besides its texts. */
    private static final int ERROR_OVERHEAD = 27;
    private static final int LONGEST_UTF8 = 3;
    /** So many characters are told whatever the limit: without a text, nobody would find out about the limit. */
    private static final int SHORTEST_CUT = 1024;

    private final MessageWriter messages;
    // Has no limit: that there was an error can always be told, and what is told of it is cut.
    private final MessageWriter errors = new MessageWriter(Integer.MAX_VALUE);
    private final ReplyHeader header;
    private final int maxSize;
    private final ReplyOptions options;

    ReplyWriter(ThriftServerOptions server) {
        this.options = server.replies();
        this.header = new ReplyHeader(options);
        this.messages = new MessageWriter(server.maxFrameSize());
        this.maxSize = server.maxFrameSize();
    }

    /**
     * Whether replies, from now on, say that their connection must not be used again: those that have a TTHeader to say it in.
     */
    void announceReset(boolean announces) {
        header.announceReset(announces);
    }

    <Q, R> void success(ByteBuf buffer, ServerCall<Q, R> call, @Nullable R item) {
        Route<Q, R> route = call.route;
        try {
            ThriftWriter out = beginReply(buffer, call, header.to(call));
            route.method.result().writeSuccess(out, item);
            route.sawReply(messages.end());
        } catch (RuntimeException | Error e) { // an endless list of structs overflows the stack
            messages.abandon();
            error(buffer, call, e);
        }
    }

    <Q, R> void failure(ByteBuf buffer, ServerCall<Q, R> call, Throwable failure) {
        try {
            if (failure instanceof BizException biz) {
                business(buffer, call, biz);
            } else if (!declared(buffer, call, failure)) {
                error(buffer, call, failure);
            }
        } catch (RuntimeException | Error e) {
            messages.abandon();
            e.addSuppressed(failure);
            error(buffer, call, e);
        }
    }

    /** Writes an exception that the IDL names as the method's. */
    private boolean declared(ByteBuf buffer, ServerCall<?, ?> call, Throwable failure) {
        ThriftWriter out = beginReply(buffer, call, header.to(call));
        if (call.route.method.result().writeFailure(out, failure)) {
            messages.end();
            return true;
        }
        messages.abandon();
        return false;
    }

    /** Writes a business error: in the TTHeader, where there is one. */
    private void business(ByteBuf buffer, ServerCall<?, ?> call, BizException biz) {
        if (options.bizErrors() == BizErrors.EXCEPTION || !call.head.form().hasHeader()) {
            error(buffer, call.head, biz, new ThriftException(ThriftException.Type.INTERNAL_ERROR, BizStatus.text(biz), biz));
            return;
        }
        TTHeader reply = header.to(call);
        ReplyHeader.tell(reply, biz);
        ThriftWriter out = beginReply(buffer, call, reply);
        out.structBegin();
        out.structEnd();
        messages.end();
    }

    private ThriftWriter beginReply(ByteBuf buffer, ServerCall<?, ?> call, @Nullable TTHeader replyHeader) {
        RequestHead request = call.head;
        return messages.begin(buffer, request.form(), replyHeader, call.route.method.name(), MessageType.REPLY,
                request.message().sequenceId());
    }

    private void error(ByteBuf buffer, ServerCall<?, ?> call, Throwable failure) {
        error(buffer, call.head, failure, asThrift(call.route.method.fullName(), failure));
    }

    /** What answers the question whether this side is alive: the same again. */
    void heartbeat(ByteBuf buffer, RequestHead request) {
        MessageHeader message = request.message();
        ThriftWriter out = messages.begin(buffer, request.form(), header.to(request, MessageType.HEARTBEAT), message.name(),
                MessageType.HEARTBEAT, message.sequenceId());
        out.structBegin();
        out.structEnd();
        messages.end();
    }

    /** An EXCEPTION message that repeats the request's name and id. */
    void error(ByteBuf buffer, RequestHead request, ThriftException error) {
        error(buffer, request, error, error);
    }

    /** @param cause what the header tells of it */
    private void error(ByteBuf buffer, RequestHead request, Throwable cause, ThriftException error) {
        MessageHeader message = request.message();
        TTHeader reply = header.to(request, MessageType.EXCEPTION);
        ReplyHeader.tell(reply, cause);
        ThriftWriter out = errors.begin(buffer, request.form(), reply, message.name(),
                MessageType.EXCEPTION, message.sequenceId());
        ApplicationErrorCodec.write(out, shortened(error.getMessage(), message.name()), error.typeNumber());
        errors.end();
    }

    /** As much of the text as the largest message has room for; cut so that the error arrives at all. */
    private @Nullable String shortened(@Nullable String text, String name) {
        int most = Math.max(SHORTEST_CUT, (maxSize - ERROR_OVERHEAD) / LONGEST_UTF8 - name.length());
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private ThriftException asThrift(String method, Throwable failure) {
        if (failure instanceof ThriftException thrift) {
            return thrift;
        }
        if (failure instanceof VoloException volo && volo.kind().isTold()) {
            // Neither unexpected nor secret; and a server under load had better not write stack traces.
            LOG.debugf("%s refused: %s", method, volo.getMessage());
            return new ThriftException(ThriftException.Type.INTERNAL_ERROR, String.valueOf(volo.getMessage()), volo);
        }
        LOG.errorf(failure, "%s failed", method);
        String detail = options.exposeErrors() ? ": " + failure : "";
        return new ThriftException(ThriftException.Type.INTERNAL_ERROR, method + ": internal error" + detail, failure);
    }

    /** What a peer is told whose bytes make no sense. */
    static ThriftException protocolError(String where, VoloException failure) {
        ThriftException.Type type = failure.kind() == ErrorKind.PROTOCOL ? ThriftException.Type.PROTOCOL_ERROR
                : ThriftException.Type.INTERNAL_ERROR;
        return new ThriftException(type, where + ": " + failure.getMessage(), failure);
    }
}
