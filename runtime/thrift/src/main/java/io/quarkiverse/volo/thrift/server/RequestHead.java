package io.quarkiverse.volo.thrift.server;

import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;

/**
 * What the reply to a request repeats of it.
 *
 * @param message the Thrift message's header
 * @param form how the message stood on the wire, and how its reply will
 * @param headerId the sequence id of its TTHeader, if it has one
 * @param headerFlags those of its TTHeader, if it has one
 * @param headerProtocol how its TTHeader, if it has one, calls the protocol
 */
record RequestHead(MessageHeader message, MessageForm form, int headerId, int headerFlags, int headerProtocol) {

    /** The head of the message that the framer answered last. */
    static RequestHead of(MessageHeader message, MessageFramer framer) {
        return of(message, framer.form(), framer.header());
    }

    /** @param header of no meaning unless the form has one */
    static RequestHead of(MessageHeader message, MessageForm form, TTHeader header) {
        return form.hasHeader() ? new RequestHead(message, form, header.sequenceId(), header.flags(), header.protocolId())
                : new RequestHead(message, form, 0, 0, 0);
    }

    /** Whether the peer finds its replies by their ids, whatever their order. */
    boolean outOfOrder() {
        return TTHeader.isOutOfOrder(headerFlags);
    }

    /** Whether the peer waits for a reply, as far as the message says. */
    boolean wantsReply() {
        return message.type() != MessageType.ONEWAY;
    }
}
