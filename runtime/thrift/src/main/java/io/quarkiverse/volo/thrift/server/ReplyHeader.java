package io.quarkiverse.volo.thrift.server;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.ttheader.BizStatus;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.MetainfoKeys;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;

/** Fills the TTHeaders of replies; the same one for one reply after the other. */
final class ReplyHeader {

    private static final String[] DIGITS = { "0", "1", "2", "3", "4", "5", "6" };
    private static final String[] BYTES = { "\0", "\1", "\2", "\3", "\4", "\5", "\6" };

    private final TTHeader header = new TTHeader();
    private final String[] messageTypes;
    private final boolean prefixed;
    private final boolean bare;
    private boolean announcesReset;

    ReplyHeader(ReplyOptions options) {
        this.messageTypes = options.messageType() == ReplyOptions.MessageTypeForm.DIGIT ? DIGITS : BYTES;
        this.prefixed = options.backwardKeys() != ReplyOptions.BackwardKeys.BARE;
        this.bare = options.backwardKeys() != ReplyOptions.BackwardKeys.PREFIXED;
    }

    /** Whether replies, from now on, say that their connection must not be used again. */
    void announceReset(boolean announces) {
        announcesReset = announces;
    }

    /**
     * The header of a reply; {@code null} if the request had none.
     *
     * @param type the reply's message type
     */
    @Nullable
    TTHeader to(RequestHead request, int type) {
        if (!request.form().hasHeader()) {
            return null;
        }
        header.clear()
                .flags(request.headerFlags() & TTHeader.OUT_OF_ORDER)
                .sequenceId(request.headerId())
                .protocolId(request.form().protocol().headerId())
                .put(IntKey.MESSAGE_TYPE, messageTypes[type]);
        if (announcesReset) {
            header.put(TextKey.CONNECTION_RESET, ResetNotice.VALUE);
        }
        return header;
    }

    /** The header of the reply to a call that was served, with what the method sends back to its caller. */
    @Nullable
    TTHeader to(ServerCall<?, ?> call) {
        TTHeader reply = to(call.head, MessageType.REPLY);
        CallMetainfo metainfo = call.facts().metainfoIfAny();
        if (metainfo != null && metainfo.hasBackward()) {
            if (reply == null) {
                call.route.of.uncarried.leftOut();
            } else {
                MetainfoKeys.writeBackward(reply, metainfo, prefixed, bare);
            }
        }
        return reply;
    }

    /** Adds what a reply that tells a failure says of it. */
    static void tell(@Nullable TTHeader reply, Throwable failure) {
        if (reply == null) {
            return;
        }
        if (failure instanceof BizException biz) {
            BizStatus.write(reply, biz);
        } else if (failure instanceof VoloException volo && volo.kind().isTold()) {
            reply.put(TextKey.ERROR_KIND, volo.kind().name());
        }
    }
}
