package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.testing.CapturedLog;

class ConnectionLimitTest {

    private static final String LINE = "WARN connection from embedded closed, and others may be: 1 are open already (key: k)";

    private final CapturedLog log = new CapturedLog(ConnectionLimit.class.getName());
    private long now = 42;
    private final ConnectionLimit limit = new ConnectionLimit(1, " (key: k)", (channel, context) -> {
    }, () -> now);

    @AfterEach
    void stopCapturing() {
        log.close();
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel();
        limit.initialize(channel, null);
        return channel;
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void aFloodIsOneLineThoughConnectionsComeAndGo() {
        for (int i = 0; i < 10; i++) {
            EmbeddedChannel first = connect();
            assertThat(connect().isOpen()).isFalse();
            assertThat(connect().isOpen()).isFalse();
            first.close();
            pass(59);
        }

        assertThat(log.lines()).containsExactly(LINE);
    }

    @Test
    void theNextFloodIsTheNextLine() {
        connect();
        connect();
        pass(60);
        connect();
        connect();

        assertThat(log.lines()).containsExactly(LINE, LINE);
    }

    @Test
    void aConnectionThatGoesMakesRoom() {
        connect().close();

        assertThat(connect().isOpen()).isTrue();
        assertThat(limit.open()).isEqualTo(1);
        assertThat(log.lines()).isEmpty();
    }
}
