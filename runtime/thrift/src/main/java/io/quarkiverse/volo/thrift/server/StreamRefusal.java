package io.quarkiverse.volo.thrift.server;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;

/** Ends the streams that Kitex opens over TTHeader, which are not spoken here. */
final class StreamRefusal {

    private static final MessageForm FORM = MessageForm.of(ThriftTransport.TTHEADER, MessageProtocol.BINARY);
    private static final String RESET = "5";
    /** How a stream's TTHeader calls a Thrift struct. */
    private static final int STRUCT = 0x10;
    /** Kitex: what was asked for is not possible. */
    private static final int ILLEGAL_OPERATION = 12005;

    private StreamRefusal() {
    }

    /** Whether a frame of a stream is to be answered: its own end is not. */
    static boolean isDue(TTHeader frame) {
        return !RESET.equals(frame.get(IntKey.FRAME_TYPE));
    }

    /** Writes the frame that ends the stream. */
    static void write(ByteBuf out, TTHeader frame) {
        String method = frame.get(IntKey.TO_METHOD);
        String name = method == null ? "" : method;
        TTHeader reset = new TTHeader().flags(TTHeader.STREAMING).sequenceId(frame.sequenceId()).protocolId(STRUCT)
                .put(IntKey.FRAME_TYPE, RESET).put(IntKey.TO_METHOD, name);
        MessageWriter messages = new MessageWriter(Integer.MAX_VALUE);
        ThriftWriter error = messages.begin(out, FORM, reset, name, MessageType.EXCEPTION, frame.sequenceId());
        ApplicationErrorCodec.write(error, "'" + name + "': streams are not served here", ILLEGAL_OPERATION);
        messages.end();
    }
}
