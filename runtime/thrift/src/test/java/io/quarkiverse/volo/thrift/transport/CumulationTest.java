package io.quarkiverse.volo.thrift.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.testing.CountingAllocator;
import io.quarkiverse.volo.testing.FailOnBufferLeak;

/** What waits for the rest of its message. */
@ExtendWith(FailOnBufferLeak.class)
class CumulationTest {

    private final CountingAllocator allocator = new CountingAllocator();

    private ByteBuf read(byte[] bytes) {
        return allocator.directBuffer(bytes.length).writeBytes(bytes);
    }

    @ParameterizedTest(name = "{0} bytes in reads of {1}")
    @CsvSource({ "5000, 1", "100000, 16", "1000000, 2048", "16777216, 65536", "20000000, 60000" })
    void takesTwiceTheMemoryOfItsBytesAndWhatIsReadIntoAtMost(int length, int each) {
        ByteBuf waiting = read(new byte[each]);
        for (int size = 2 * each; size <= length; size += each) {
            waiting = Cumulation.add(allocator, waiting, read(new byte[each]));
            long most = allocator.takeMost();
            if (most > 2L * size + 65_536) {
                throw new AssertionError(most + " bytes held when " + size + " were there");
            }
        }
        waiting.release();
        assertThat(allocator.held()).isZero();
    }

    @Test
    void keepsTheBytesInTheirOrderThoughSomeAreTakenOut() {
        Random random = new Random(7);
        ByteBuf expected = Unpooled.buffer();
        ByteBuf waiting = read(new byte[1]);
        waiting.readByte();
        for (int i = 0; i < 400; i++) {
            byte[] next = new byte[random.nextInt(i % 10 == 0 ? 200_000 : 2_000)];
            random.nextBytes(next);
            expected.writeBytes(next);
            waiting = Cumulation.add(allocator, waiting, read(next));
            byte[] taken = new byte[random.nextInt(waiting.readableBytes() + 1) / (i % 20 + 1)];
            waiting.readBytes(taken).discardSomeReadBytes();

            assertThat(taken).isEqualTo(ByteBufUtil.getBytes(expected.readSlice(taken.length)));
        }
        assertThat(ByteBufUtil.getBytes(waiting)).isEqualTo(ByteBufUtil.getBytes(expected));
        waiting.release();
        expected.release();
        assertThat(allocator.held()).isZero();
    }
}
