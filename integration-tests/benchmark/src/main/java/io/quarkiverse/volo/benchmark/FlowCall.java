package io.quarkiverse.volo.benchmark;

import java.nio.ByteBuffer;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;

import io.quarkiverse.volo.benchmark.flow.Chunk;
import io.quarkiverse.volo.benchmark.flow.Text;
import io.quarkiverse.volo.benchmark.flow.Wish;

/**
 * A call of {@code flow.proto}: what is sent, and what has to come back.
 *
 * @param messages how many messages a reply has
 * @param replyBytes how many bytes of data a reply has, all messages together
 * @param fewest how many calls are made at once, at least
 */
record FlowCall(String method, MessageLite request, int messages, long replyBytes, long fewest) {

    /** Flag and length before each message. */
    private static final int PREFIX = 5;
    private static final long MANY = 1_000;
    private static final long FEW = 4;

    static FlowCall echo(int characters) {
        Text text = Text.newBuilder().setText("x".repeat(characters)).build();
        return new FlowCall("Echo", text, 1, framed(text), MANY);
    }

    static FlowCall carry(int bytes) {
        Chunk chunk = Chunk.newBuilder().setData(ByteString.copyFrom(new byte[bytes])).build();
        return new FlowCall("Carry", chunk, 1, framed(chunk), FEW);
    }

    static FlowCall send(int messages, int characters) {
        Text text = Text.newBuilder().setText("x".repeat(characters)).build();
        return new FlowCall("Send", Wish.newBuilder().setMessages(messages).setCharacters(characters).build(), messages,
                messages * framed(text), FEW);
    }

    /** The request's body: one message. */
    byte[] body() {
        byte[] message = request.toByteArray();
        return ByteBuffer.allocate(PREFIX + message.length).put((byte) 0).putInt(message.length).put(message).array();
    }

    private static long framed(MessageLite message) {
        return PREFIX + message.getSerializedSize();
    }
}
