package io.quarkiverse.volo.thrift.server;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;

/**
 * Tells a peer without being asked that its connection is about to be closed. Whoever matches replies by their ids understands
 * it, or drops it as the reply to nothing; for others it would be the reply to their next request.
 */
final class ResetNotice {

    /** What {@link TextKey#CONNECTION_RESET} says; any value would do, and this is Kitex' and Volo's. */
    static final String VALUE = "1";

    /** As Kitex calls it. */
    private static final String NO_METHOD = "none";

    private ResetNotice() {
    }

    /** @param form how the peer's messages stand on the wire, with a TTHeader */
    static void write(ByteBuf out, MessageForm form) {
        TTHeader header = new TTHeader().protocolId(form.protocol().headerId()).put(TextKey.CONNECTION_RESET, VALUE);
        MessageWriter messages = new MessageWriter(Integer.MAX_VALUE);
        ThriftWriter body = messages.begin(out, form, header, NO_METHOD, MessageType.REPLY, 0);
        body.structBegin();
        body.structEnd();
        messages.end();
    }
}
