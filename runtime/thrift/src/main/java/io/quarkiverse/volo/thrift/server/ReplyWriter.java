package io.quarkiverse.volo.thrift.server;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.transport.MessageWriter;

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
    private final int maxSize;
    private final boolean exposeErrors;

    ReplyWriter(ThriftServerOptions options) {
        this.messages = new MessageWriter(options.maxFrameSize());
        this.maxSize = options.maxFrameSize();
        this.exposeErrors = options.exposeErrors();
    }

    <Q, R> void success(ByteBuf buffer, ServerCall<Q, R> call, @Nullable R item) {
        Route<Q, R> route = call.route;
        ThriftWriter out = begin(buffer, call);
        try {
            route.method.result().writeSuccess(out, item);
            route.sawReply(messages.end());
        } catch (RuntimeException | Error e) { // an endless list of structs overflows the stack
            messages.abandon();
            error(buffer, call, e);
        }
    }

    <Q, R> void failure(ByteBuf buffer, ServerCall<Q, R> call, Throwable failure) {
        ThriftWriter out = begin(buffer, call);
        try {
            if (call.route.method.result().writeFailure(out, failure)) {
                messages.end();
                return;
            }
        } catch (RuntimeException | Error e) {
            messages.abandon();
            e.addSuppressed(failure);
            error(buffer, call, e);
            return;
        }
        messages.abandon();
        error(buffer, call, failure);
    }

    private ThriftWriter begin(ByteBuf buffer, ServerCall<?, ?> call) {
        return messages.begin(buffer, call.framed, call.route.method.name(), MessageType.REPLY, call.sequenceId);
    }

    private void error(ByteBuf buffer, ServerCall<?, ?> call, Throwable failure) {
        ThriftException error = asThrift(call.route.method.fullName(), failure);
        error(buffer, new MessageHeader(MessageType.EXCEPTION, call.route.method.name(), call.sequenceId), call.framed, error);
    }

    /** An EXCEPTION message that repeats the request's name and id. */
    void error(ByteBuf buffer, MessageHeader request, boolean framed, ThriftException error) {
        ThriftWriter out = errors.begin(buffer, framed, request.name(), MessageType.EXCEPTION, request.sequenceId());
        ApplicationErrorCodec.write(out, shortened(error.getMessage(), request.name()), error.typeNumber());
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
        if (failure instanceof VoloException volo && volo.kind() == ErrorKind.OVERLOAD) {
            // Neither unexpected nor secret; and a server under load had better not write stack traces.
            LOG.debugf("%s refused: %s", method, volo.getMessage());
            return new ThriftException(ThriftException.Type.INTERNAL_ERROR, String.valueOf(volo.getMessage()), volo);
        }
        LOG.errorf(failure, "%s failed", method);
        String detail = exposeErrors ? ": " + failure : "";
        return new ThriftException(ThriftException.Type.INTERNAL_ERROR, method + ": internal error" + detail, failure);
    }

    /** What a peer is told whose bytes make no sense. */
    static ThriftException protocolError(String where, VoloException failure) {
        ThriftException.Type type = failure.kind() == ErrorKind.PROTOCOL ? ThriftException.Type.PROTOCOL_ERROR
                : ThriftException.Type.INTERNAL_ERROR;
        return new ThriftException(type, where + ": " + failure.getMessage(), failure);
    }
}
