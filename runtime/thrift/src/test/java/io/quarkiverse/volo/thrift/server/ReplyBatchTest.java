package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.netty.buffer.ByteBuf;

/** Replies that leave together share a buffer, and are not disturbed by each other. */
class ReplyBatchTest extends WithServedChannel {

    private void receive(List<String> texts) {
        served.receive(IntStream.range(0, texts.size()).mapToObj(i -> call(ECHO, i, texts.get(i))).toArray(ByteBuf[]::new));
    }

    private int buffers() {
        return served.channel.outboundMessages().size();
    }

    @Test
    void repliesToRequestsOfOneReadLeaveInOneBuffer() {
        receive(List.of("a", "b", "c", "d"));

        assertThat(buffers()).isEqualTo(1);
        for (String reply : List.of("echo#0 = a", "echo#1 = b", "echo#2 = c", "echo#3 = d")) {
            assertThat(served.reply()).isEqualTo(reply);
        }
    }

    @Test
    void aReplyThatCannotBeWrittenLeavesThoseAroundItAsTheyAre() {
        receive(List.of("before", "null", "refuse", "after"));

        assertThat(buffers()).isEqualTo(1);
        assertThat(served.reply()).isEqualTo("echo#0 = before");
        assertThat(served.reply()).isEqualTo("echo#1 ! 5: Echo.echo: the result is missing");
        assertThat(served.reply()).isEqualTo("echo#2 refused: not today");
        assertThat(served.reply()).isEqualTo("echo#3 = after");
    }

    @Test
    void aReplyOfItsOwnBufferKeepsItsPlaceBetweenBatches() {
        receive(List.of("first", "slow", "third"));
        assertThat(buffers()).isEqualTo(1);
        served.answerSlow("second");
        receive(List.of("fourth"));

        for (String reply : List.of("echo#0 = first", "echo#1 = second", "echo#2 = third", "echo#0 = fourth")) {
            assertThat(served.reply()).isEqualTo(reply);
        }
    }

    @Test
    void manyLongRepliesAreHandedOverInPieces() {
        String text = "x".repeat(1000);
        receive(List.of(text)); // Now it is known how long a reply is.
        served.channel.releaseOutbound();
        receive(IntStream.range(0, 100).mapToObj(i -> text).toList());

        assertThat(buffers()).isBetween(4, 5);
        assertThat(served.channel.outboundMessages()).allSatisfy(
                buffer -> assertThat(((ByteBuf) buffer).capacity()).as("bytes of a piece").isLessThanOrEqualTo(32 * 1024));
        for (int i = 0; i < 100; i++) {
            assertThat(served.reply()).isEqualTo("echo#" + i + " = " + text);
        }
    }

    @Test
    void whatWasNotFlushedIsGivenBackWhenTheConnectionIsLost() {
        served.channel.pipeline().fireChannelRead(call(ECHO, 1, "hi"));
        assertThat(buffers()).as("nothing is sent before the read ends").isZero();

        served.channel.close();

        assertThat(buffers()).isZero();
    }
}
