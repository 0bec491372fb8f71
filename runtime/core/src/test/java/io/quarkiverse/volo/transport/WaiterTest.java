package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.VoloException;

/** How long a call waits for a connection, on a loop whose clock the test moves. */
class WaiterTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final EmbeddedChannel clock = new EmbeddedChannel();
    private final List<String> tooLong = new ArrayList<>();
    private final Waiter<FakeConnection> waiter = new Waiter<>(Address.of("10.0.0.1", 8888), clock.eventLoop(),
            new ConnectionCallback<>() {
                @Override
                public void connected(FakeConnection connection) {
                }

                @Override
                public void failed(VoloException failure) {
                }
            });

    @BeforeEach
    void freeze() {
        clock.freezeTime();
    }

    @AfterEach
    void close() {
        clock.close();
    }

    private void pass(int seconds) {
        clock.advanceTimeBy(seconds, TimeUnit.SECONDS);
        clock.runScheduledPendingTasks();
    }

    @Test
    void waitsForTheWholeTime() {
        waiter.waitsAtMost(LIMIT, () -> tooLong.add("first"));
        pass(4);
        assertThat(tooLong).isEmpty();
        pass(1);
        assertThat(tooLong).containsExactly("first");
    }

    @Test
    void waitsForWhatIsLeftWhenItWaitsAgain() {
        waiter.waitsAtMost(LIMIT, () -> tooLong.add("first"));
        pass(3);
        waiter.waitsAtMost(LIMIT, () -> tooLong.add("second"));
        pass(1);
        assertThat(tooLong).isEmpty();
        pass(1);
        assertThat(tooLong).as("whose time is up").containsExactly("second");
    }

    @Test
    void waitsNoMoreWhenItsTimeWasUpWhileItHadAConnection() {
        waiter.waitsAtMost(LIMIT, () -> tooLong.add("first"));
        pass(6);
        waiter.waitsAtMost(LIMIT, () -> tooLong.add("second"));
        pass(0);
        assertThat(tooLong).containsExactly("first", "second");
    }

    @Test
    void leavesNoTimerBehindHoweverOftenItWaited() {
        waiter.waitsAtMost(LIMIT, () -> tooLong.add("first"));
        waiter.waitsAtMost(LIMIT, () -> tooLong.add("second"));
        waiter.settle();
        pass(10);
        assertThat(tooLong).isEmpty();
    }
}
