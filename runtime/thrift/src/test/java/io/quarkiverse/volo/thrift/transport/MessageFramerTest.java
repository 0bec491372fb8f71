package io.quarkiverse.volo.thrift.transport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quarkiverse.volo.testing.CountingAllocator;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.testing.Messages;

/** Where messages end, however their bytes come. */
@ExtendWith(FailOnBufferLeak.class)
class MessageFramerTest {

    private static final String HEADER = "80010001 00000004 6563686f 00000001";

    private final MessageFramer framer = new MessageFramer(MessageFramer.DEFAULT_MAX_SIZE, 64);

    @AfterEach
    void release() {
        framer.release();
    }

    private void add(byte[] bytes, int from, int to) {
        framer.add(UnpooledByteBufAllocator.DEFAULT, Unpooled.copiedBuffer(bytes, from, to - from));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // An empty struct.
            "00",
            // {1: map<i32, map<string, list<bool>>>} with two entries, one of them empty; {2: set<struct>} of two empty ones.
            "0d0001 080d 00000002 00000001 0b0f 00000001 00000002 6869 02 00000002 0001 00000002 0000 00000000"
                    + "0e0002 0c 00000002 00 00 00",
            // {1: {1: {}}, 2: uuid, 3: double, 4: i16, 5: empty string}
            "0c0001 0c0001 00 00 100002 00112233445566778899aabbccddeeff 040003 3ff8000000000000 060004 0001 0b0005 00000000 00" })
    void aBareMessageThatIsCutAnywhereIsTheSameMessage(String body) {
        byte[] one = Messages.hex(HEADER + body);
        byte[] three = Messages.hex(HEADER + body + HEADER + body + HEADER + body);
        for (int cut = 0; cut <= three.length; cut++) {
            add(three, 0, cut);
            int found = 0;
            for (ByteBuf message = framer.next(); message != null; message = framer.next()) {
                assertThat(ByteBufUtil.getBytes(message)).as("cut at " + cut).isEqualTo(one);
                found++;
            }
            assertThat(found).as("cut at " + cut).isEqualTo(cut / one.length);
            framer.discardRead();
            add(three, cut, three.length);
            for (ByteBuf message = framer.next(); message != null; message = framer.next()) {
                assertThat(ByteBufUtil.getBytes(message)).as("cut at " + cut).isEqualTo(one);
                found++;
            }
            assertThat(found).as("cut at " + cut).isEqualTo(3);
            framer.discardRead();
            assertThat(framer.hasRest()).isFalse();
        }
    }

    @Test
    void aLongMessageTakesItsMemoryWithItThoughTheNextHasBegun() {
        CountingAllocator allocator = new CountingAllocator();
        byte[] message = framedMessage(3_000_000);
        byte[] two = Arrays.copyOf(message, message.length + 10);
        System.arraycopy(message, 0, two, message.length, 10);
        for (int i = 0; i < 3; i++) { // a peer that pipelines: what has begun goes on
            int begun = i == 0 ? 0 : 10;
            for (int at = begun; at < two.length; at += 60_000) {
                int size = Math.min(60_000, two.length - at);
                framer.add(allocator, allocator.directBuffer(size).writeBytes(two, at, size));
            }
            assertThat(framer.next().readableBytes()).isEqualTo(message.length - 4);
            assertThat(framer.next()).isNull();
            framer.discardRead();
            assertThat(allocator.held()).as("for 10 bytes").isLessThanOrEqualTo(2 * 10 + 65_536);
        }
        framer.release();
        assertThat(allocator.held()).isZero();
    }

    /** With one field, a string that is so long. */
    private static byte[] framedMessage(int length) {
        byte[] begin = Messages.hex(HEADER + "0b0001");
        return ByteBuffer.allocate(4 + begin.length + 4 + length + 1).putInt(begin.length + 4 + length + 1).put(begin)
                .putInt(length).array();
    }

    @Test
    void aMessageThatIsPutBackComesAgainThoughMoreBytesHaveCome() {
        byte[] two = Messages.hex(HEADER + "00" + HEADER + "020001 01 00");
        add(two, 0, 20);
        assertThat(framer.next()).isNotNull();
        framer.putBack();
        add(two, 20, two.length);

        assertThat(framer.next().readableBytes()).isEqualTo(17);
        assertThat(framer.next().readableBytes()).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0f0001 00 00ffffff", "0f0001 07 00000001", "0d0001 0b00 00ffffff", "0d0001 000b 00ffffff" })
    @Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void elementsOfNoTypeAreRefusedAtOnce(String field) {
        // Many of them: to count down through 16 million elements that take no bytes would hold the event loop for hours.
        byte[] message = Messages.hex(HEADER + field.repeat(10_000));
        add(message, 0, message.length);

        assertThatThrownBy(framer::next).hasMessageContaining("element type: ");
    }

    @Test
    void aFieldOfNoTypeIsRefused() {
        byte[] message = Messages.hex(HEADER + "630001 00");
        add(message, 0, message.length);

        assertThatThrownBy(framer::next).hasMessage("type: 99 (expected: one of 2-4, 6, 8, 10-16)");
    }

    @Test
    void anEmptyContainerMayLeaveItsTypesOut() {
        byte[] message = Messages.hex(HEADER + "0f0001 00 00000000 0d0002 0000 00000000 00");
        add(message, 0, message.length);

        assertThat(framer.next().readableBytes()).isEqualTo(message.length);
    }

    @Test
    void aContainerThatCannotEndWithinTheLimitIsRefusedAtOnce() {
        byte[] message = Messages.hex(HEADER + "0f0001 0a 00ffffff");
        add(message, 0, message.length);

        assertThatThrownBy(framer::next).hasMessage("message size: more than 16777216 (expected: at most that)");
    }
}
