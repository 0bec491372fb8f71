package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Echo.WRAPPED;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static io.quarkiverse.volo.thrift.testing.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.netty.buffer.ByteBuf;
import io.netty.util.ResourceLeakDetector;
import io.quarkiverse.volo.testing.AllocationBound;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;

/**
 * A hundred thousand messages, each random in another way, from a fixed seed: every one is answered, waited for or closed, none
 * takes more memory than what it sent justifies, and good calls on this connection's successor and on another are served.
 */
@ExtendWith(FailOnBufferLeak.class)
class RandomFramesTest {

    @RegisterExtension
    static final AllocationBound BOUND = new AllocationBound();

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.server");
    private static final int MESSAGES = 100_000;
    private static final byte[] HEADER = hex("80010001 00000004 6563686f 00000001");

    private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
    private final Random random = new Random(20_140_101);
    private final ServedChannel other = open();
    private ServedChannel served = open();

    private ServedChannel open() {
        ServedChannel opened = new ServedChannel(ThriftServerOptions.DEFAULT);
        BOUND.watch(opened.channel);
        return opened;
    }

    @BeforeEach
    void hurry() {
        // Each refusal would be a line.
        LOG.setLevel(Level.OFF);
        // What is held after each connection tells leaks here, without a stack trace for each touch of a buffer.
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    }

    @AfterEach
    void close() {
        served.close();
        other.close();
        LOG.setLevel(null);
        ResourceLeakDetector.setLevel(level);
    }

    private byte[] bytes(int atMost) {
        byte[] bytes = new byte[random.nextInt(atMost)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] next() {
        return switch (random.nextInt(5)) {
            case 0 -> bytes(200);
            case 1 -> bare(bytes(200));
            case 2 -> framed(bare(bytes(200)));
            case 3 -> withHeader(bytes(60), framed(bare(bytes(200))));
            default -> mutated();
        };
    }

    private static byte[] bare(byte[] body) {
        return joined(HEADER, body);
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] all = new byte[head.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private static byte[] framed(byte[] message) {
        return joined(new byte[] { 0, 0, (byte) (message.length >> 8), (byte) message.length }, message);
    }

    /** A TTHeader whose size is right, whatever is in it. */
    private byte[] withHeader(byte[] info, byte[] payload) {
        int words = (2 + info.length + 3) / 4;
        byte[] head = new byte[14 + 4 * words];
        int length = 10 + 4 * words + payload.length;
        head[2] = (byte) (length >> 8);
        head[3] = (byte) length;
        head[4] = 0x10;
        head[7] = (byte) random.nextInt(4);
        head[13] = (byte) words;
        System.arraycopy(info, 0, head, 16, info.length);
        return joined(head, payload);
    }

    /** A good call with up to three of its bytes changed. */
    private byte[] mutated() {
        MessageForm form = MessageForm.of(ThriftTransport.values()[random.nextInt(4)],
                MessageProtocol.values()[random.nextInt(2)]);
        TTHeader header = new TTHeader().flags(random.nextInt(4)).put("isn", "Echo").put("RPC_PERSIST_k", "v");
        ByteBuf good = call(random.nextBoolean() ? ECHO : WRAPPED, random.nextInt(), "some text", form, header);
        byte[] bytes = new byte[good.readableBytes()];
        good.readBytes(bytes).release();
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void noMessageTakesMoreThanItBrings() {
        int received = 0;
        int closed = 0;
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = next();
            received += message.length;
            // Of the allocator that counts, so that one that nobody releases is seen.
            served.receive(served.channel.alloc().buffer(message.length).writeBytes(message));
            served.channel.releaseOutbound();
            BOUND.verify();
            // A message that claims to be longer than it is takes up what comes next, so no connection is kept for long.
            if (!served.isOpen() || received > 2_000) {
                closed += served.channel.isOpen() ? 0 : 1;
                goodCallsAreServed();
                received = 0;
            }
        }

        assertThat(closed).as("connections closed for what they sent").isBetween(MESSAGES / 10, MESSAGES);
    }

    private void goodCallsAreServed() {
        served.close();
        served = open();
        for (ServedChannel good : List.of(served, other)) {
            good.receive(call(ECHO, 1, "hi"));
            assertThat(good.reply()).isEqualTo("echo#1 = hi");
        }
    }
}
