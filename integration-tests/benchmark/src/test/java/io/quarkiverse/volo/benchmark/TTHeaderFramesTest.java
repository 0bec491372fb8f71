package io.quarkiverse.volo.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** Whether the generator takes the replies that are right, and no others. */
class TTHeaderFramesTest {

    private static final int MESSAGE = 4 + 4 + 4 + 4 + 4 + 3 + 3 + 4 + 1024 + 2;

    @Test
    void writesTheInfoBlockOfVoloAndOnePersistentKey() {
        Frames frames = TTHeaderFrames.inOrder("Echo", "echo");
        ByteBuffer request = ByteBuffer.allocate(frames.requestSize());
        frames.putRequest(request, 7);
        assertThat(request.hasRemaining()).isFalse();
        assertThat(request.getInt(0)).isEqualTo(request.capacity() - 4);
        assertThat(request.getShort(4)).isEqualTo((short) 0x1000);
        assertThat(request.getInt(8)).isEqualTo(7);
        assertThat(request.getShort(12) * 4 + 14 + MESSAGE).isEqualTo(request.capacity());
        assertThat(HexFormat.of().formatHex(request.array(), 14, request.capacity() - MESSAGE)).isEqualTo("0000" // binary, no transform
                + "010003" + "000d5250435f504552534953545f4b000176" // RPC_PERSIST_K=v
                + "00125250435f504552534953545f54454e414e54000461636d65" // RPC_PERSIST_TENANT=acme
                + "000369736e00044563686f" // isn=Echo
                + "100006" + "0010000133" + "000c00053330303030" + "00030000" + "000900046563686f" + "000600046563686f"
                + "000b000e3132372e302e302e313a38303031" + "00"); // 127.0.0.1:8001, and padding
    }

    @Test
    void takesRepliesOfKitexAndOfVolo() throws IOException {
        ByteBuffer kitex = reply("0000" + "10" + "0001" + "0016" + "0001" + "32" + "0000", 5);
        assertThat(number(TTHeaderFrames.inOrder("Echo", "echo"), kitex)).isEqualTo(5);
        ByteBuffer volo = reply("0000" + "10" + "0001" + "0016" + "0001" + "02" + "0000", 6);
        assertThat(number(TTHeaderFrames.inOrder("Echo", "echo"), volo)).isEqualTo(6);
    }

    @Test
    void waitsForTheRestOfAReply() throws IOException {
        Frames frames = TTHeaderFrames.inOrder("Echo", "echo");
        ByteBuffer reply = reply("00001000010016000102" + "0000", 5);
        assertThat(frames.replySize(reply, 0, 3)).isZero();
        assertThat(frames.replySize(reply, 0, reply.capacity() - 1)).isZero();
        assertThat(frames.replySize(reply, 0, reply.capacity())).isEqualTo(reply.capacity());
    }

    @Test
    void takesNoReplyWithOneWrongByte() throws IOException {
        ByteBuffer right = reply("00001000010016000102" + "0000", 5);
        Frames frames = TTHeaderFrames.inOrder("Echo", "echo");
        assertThat(number(frames, right)).isEqualTo(5);
        // The length says where the reply ends, and is read before.
        for (int at = 4; at < right.capacity(); at++) {
            ByteBuffer wrong = ByteBuffer.wrap(right.array().clone());
            wrong.put(at, (byte) (wrong.get(at) + 1));
            assertThatThrownBy(() -> number(frames, wrong)).as("byte %d", at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void takesNoReplyThatSaysThatTheConnectionIsToBeReset() {
        ByteBuffer reply = reply("0000" + "01" + "0001" + "0005" + "6372727374" + "0001" + "31" + "00", 5);
        assertThatThrownBy(() -> number(TTHeaderFrames.inOrder("Echo", "echo"), reply))
                .hasMessage("a reply that says {crrst=1}");
    }

    @Test
    void takesRepliesInAnyOrderButEachOnce() {
        Numbers numbers = Numbers.of(TTHeaderFrames.multiplexed("Echo", "echo"), 3);
        int first = numbers.next();
        int second = numbers.next();
        int third = numbers.next();
        assertThat(numbers.replied(third)).isTrue();
        assertThat(numbers.replied(first)).isTrue();
        assertThat(numbers.replied(first)).isFalse();
        assertThat(numbers.next()).isNotIn(first, second, third, 0);
        assertThat(numbers.replied(second)).isTrue();
    }

    @Test
    void takesRepliesInOrderOnly() {
        Numbers numbers = Numbers.of(TTHeaderFrames.inOrder("Echo", "echo"), 3);
        int first = numbers.next();
        int second = numbers.next();
        assertThat(numbers.replied(first)).isTrue();
        assertThat(numbers.replied(first)).isFalse();
        assertThat(numbers.replied(second)).isTrue();
        assertThat(numbers.replied(second + 1)).isFalse();
        assertThat(numbers.underWay()).isZero();
    }

    private static int number(Frames frames, ByteBuffer reply) throws IOException {
        return frames.numberOf(reply, 0, reply.capacity());
    }

    /** What the generator would see of a server that writes these info blocks. */
    private static ByteBuffer reply(String info, int number) {
        byte[] blocks = HexFormat.of().parseHex(info);
        ByteBuffer reply = ByteBuffer.allocate(14 + blocks.length + MESSAGE);
        reply.putInt(reply.capacity() - 4).putShort((short) 0x1000).putShort((short) 0).putInt(number)
                .putShort((short) (blocks.length / 4)).put(blocks);
        reply.putInt(MESSAGE - 4).putInt(0x8001_0002).putInt(4).putInt(0x6563686f).putInt(number)
                .put((byte) 12).putShort((short) 0).put((byte) 11).putShort((short) 1).putInt(1024);
        for (int i = 0; i < 1024; i++) {
            reply.put((byte) 'x');
        }
        return reply.put((byte) 0).put((byte) 0).flip();
    }
}
