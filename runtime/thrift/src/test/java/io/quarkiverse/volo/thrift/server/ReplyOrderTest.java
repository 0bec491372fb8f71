package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Echo.NOTE;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static io.quarkiverse.volo.thrift.testing.Messages.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.context.CallEnd;

/** Design decisions 2 and 12: in which order requests start, replies leave, and how often a connection is flushed. */
class ReplyOrderTest extends WithServedChannel {

    @Test
    void eightPipelinedCallsInOneReadAreFlushedOnce() {
        served.receive(IntStream.range(0, 8).mapToObj(i -> call(ECHO, i, "text " + i)).toArray(ByteBuf[]::new));

        assertThat(served.flushes).isEqualTo(1);
        for (int i = 0; i < 8; i++) {
            assertThat(served.reply()).isEqualTo("echo#" + i + " = text " + i);
        }
    }

    @Test
    void fastCallsStartBehindASlowOneButTheirRepliesWaitForIt() {
        served.receive(call(ECHO, 1, "slow"), call(ECHO, 2, "fast"), call(ECHO, 3, "faster"));

        assertThat(served.started).containsExactly("slow", "fast", "faster");
        assertThat(served.reply()).isEqualTo("nothing");

        served.answerSlow("at last");
        assertThat(served.reply()).isEqualTo("echo#1 = at last");
        assertThat(served.reply()).isEqualTo("echo#2 = fast");
        assertThat(served.reply()).isEqualTo("echo#3 = faster");
    }

    @Test
    void aRefusedCallIsAnsweredInItsTurn() {
        served.receive(call(ECHO, 1, "slow"), raw(1, "nope", 2, "00"));
        assertThat(served.reply()).isEqualTo("nothing");

        served.answerSlow("at last");
        assertThat(served.reply()).isEqualTo("echo#1 = at last");
        assertThat(served.reply()).isEqualTo("nope#2 ! 1: unknown method: 'nope'");
    }

    @Test
    void unorderedRepliesLeaveWhenTheyAreReady() {
        serve(ThriftServerOptions.DEFAULT.withOrdering(Ordering.UNORDERED));
        served.receive(call(ECHO, 1, "slow"), call(ECHO, 2, "fast"));

        assertThat(served.reply()).isEqualTo("echo#2 = fast");
        served.answerSlow("at last");
        assertThat(served.reply()).isEqualTo("echo#1 = at last");
    }

    @Test
    void serialCallsStartOneByOne() {
        serve(ThriftServerOptions.DEFAULT.withOrdering(Ordering.SERIAL));
        served.receive(call(ECHO, 1, "slow"), call(ECHO, 2, "fast"));
        assertThat(served.started).containsExactly("slow");

        served.answerSlow("at last");
        assertThat(served.started).containsExactly("slow", "fast");
        assertThat(served.reply()).isEqualTo("echo#1 = at last");
        assertThat(served.reply()).isEqualTo("echo#2 = fast");
    }

    @Test
    void aCallBehindAOnewayWaitsUntilTheOnewayIsServed() {
        served.receive(call(NOTE, 1, "slow note"), call(ECHO, 2, "after"));
        assertThat(served.started).containsExactly("slow note");
        assertThat(served.reply()).isEqualTo("nothing");

        served.answerSlow("noted");
        assertThat(served.started).containsExactly("slow note", "after");
        assertThat(served.reply()).isEqualTo("echo#2 = after");
        assertThat(served.reply()).isEqualTo("nothing");
    }

    @Test
    void eightCallsThatAllCarrySequenceIdZeroAreAnsweredInOrder() {
        ByteBuf[] calls = IntStream.range(0, 8).mapToObj(i -> call(ECHO, 0, i == 0 ? "slow" : "text " + i))
                .toArray(ByteBuf[]::new);
        served.receive(calls);
        served.answerSlow("text 0");

        for (int i = 0; i < 8; i++) {
            assertThat(served.reply()).isEqualTo("echo#0 = text " + i);
        }
    }

    @Test
    void aPeerWithTooManyCallsUnderWayIsNotRead() {
        serve(ThriftServerOptions.DEFAULT.withMaxInFlight(2));
        served.receive(call(ECHO, 1, "slow 1"), call(ECHO, 2, "slow 2"), call(ECHO, 3, "third"));
        assertThat(served.started).containsExactly("slow 1", "slow 2");
        assertThat(served.channel.config().isAutoRead()).isFalse();

        served.answerSlow("one");
        assertThat(served.started).containsExactly("slow 1", "slow 2", "third");
        served.answerSlow("two");
        assertThat(served.channel.config().isAutoRead()).isTrue();
        assertThat(served.reply()).isEqualTo("echo#1 = one");
        assertThat(served.reply()).isEqualTo("echo#2 = two");
        assertThat(served.reply()).isEqualTo("echo#3 = third");
    }

    @Test
    void aThreadThatOutlastsItsCallKeepsItsPlaceUntilItHasFinished() {
        serve(ThriftServerOptions.DEFAULT.withMaxInFlight(2));
        served.receive(call(ECHO, 1, "held 1"), call(ECHO, 2, "held 2"), call(ECHO, 3, "third"));
        assertThat(served.reply()).isEqualTo("echo#1 = held 1");
        assertThat(served.reply()).isEqualTo("echo#2 = held 2");
        assertThat(served.started).containsExactly("held 1", "held 2");
        assertThat(served.channel.config().isAutoRead()).isFalse();

        served.release();

        assertThat(served.reply()).isEqualTo("echo#3 = third");
        assertThat(served.channel.config().isAutoRead()).isTrue();
    }

    @Test
    void aCallBehindAOnewayThatIsHeldWaitsUntilItsThreadHasFinished() {
        served.receive(call(NOTE, 1, "held note"), call(ECHO, 2, "after"));
        assertThat(served.started).containsExactly("held note");

        served.release();

        assertThat(served.reply()).isEqualTo("echo#2 = after");
    }

    @Test
    void aLostConnectionCancelsWhatIsUnderWay() {
        served.receive(call(ECHO, 1, "slow 1"), call(ECHO, 2, "fast"));

        served.channel.close();

        assertThat(served.cancelled).containsExactly("slow 1");
    }

    @Test
    void aOnewayGoesOnWhenItsCallerHasHungUpAsKitexDoesBehindEach() {
        served.receive(call(NOTE, 1, "slow note"));

        served.channel.close();

        assertThat(served.cancelled).isEmpty();
        assertThat(served.calls.get(0).end(CallEnd.success())).as("has not ended before").isTrue();
    }
}
