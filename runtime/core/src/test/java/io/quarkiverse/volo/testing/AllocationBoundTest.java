package io.quarkiverse.volo.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;

class AllocationBoundTest {

    private final AllocationBound bound = new AllocationBound();
    private ByteBuf held;

    private EmbeddedChannel connection(int takes) {
        return connection(bound::watch, allocator -> allocator.buffer(takes));
    }

    /** Takes a buffer at each read, and gives it back when it is told. */
    private EmbeddedChannel connection(Consumer<Channel> watch, Function<ByteBufAllocator, ByteBuf> takes) {
        EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                ((ByteBuf) message).release();
                held = takes.apply(context.alloc());
            }
        });
        watch.accept(channel);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[1000]));
        return channel;
    }

    @Test
    void isKeptByAConnectionThatTakesTwiceWhatItReceivesAndGivesAllOfItBack() {
        EmbeddedChannel channel = connection(2 * 1000 + 65_536);
        bound.verify();
        held.release();
        channel.close();

        bound.verifyAllClosed();
    }

    @Test
    void isBrokenByTakingMoreThoughItIsGivenBack() {
        EmbeddedChannel channel = connection(2 * 1000 + 65_537);
        held.release();
        channel.close();

        assertThatThrownBy(bound::verify).isInstanceOf(AssertionError.class).hasMessage(
                "connection 1 with embedded held 67537 bytes when 1000 were received (expected: at most 67536)");
    }

    @Test
    void countsBuffersOutsideOfTheHeap() {
        EmbeddedChannel channel = connection(bound::watch, allocator -> allocator.directBuffer(2 * 1000 + 65_537));
        channel.close();

        assertThatThrownBy(bound::verify).hasMessage(
                "connection 1 with embedded held 67537 bytes when 1000 were received (expected: at most 67536)\n"
                        + "connection 1 with embedded is closed, and still holds 67537 bytes");
        held.release();
        bound.verifyAllClosed();
    }

    @Test
    void mayBeKeptInTheEndOnly() {
        EmbeddedChannel channel = connection(bound::watchWhileRepliesWait, allocator -> allocator.buffer(2 * 2000 + 65_536));
        held.release();
        bound.verify();
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[1000]));
        held.release();
        channel.close();

        bound.verifyAllClosed();
    }

    @Test
    void isBrokenByHoldingWhatAClosedConnectionTook() {
        connection(10).close();

        assertThatThrownBy(bound::verify).hasMessage("connection 1 with embedded is closed, and still holds 10 bytes");
    }

    @Test
    void isBrokenByAConnectionThatStaysOpen() {
        connection(10);

        assertThatThrownBy(bound::verifyAllClosed).hasMessageEndingWith(" is still open, and holds 10 bytes");
    }

    @Test
    void saysNothingOfConnectionsThatItHasNotSeen() {
        assertThatThrownBy(bound::verifyAllClosed).hasMessage("no connection was watched");
    }
}
