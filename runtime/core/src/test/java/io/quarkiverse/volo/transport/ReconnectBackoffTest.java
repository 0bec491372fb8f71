package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.Await;

class ReconnectBackoffTest {

    private static final Address PEER = Address.of("10.0.0.1", 8888);
    private static final Address OTHER = Address.of("10.0.0.2", 8888);

    private final EventLoop loop = new DefaultEventLoop();
    private final List<Address> dialed = new ArrayList<>();
    private boolean refuse = true;
    private final ReconnectBackoff<FakeConnection> factory = backoff(Duration.ofSeconds(60));

    private ReconnectBackoff<FakeConnection> backoff(Duration longest) {
        return new ReconnectBackoff<>((address, eventLoop, callback) -> {
            dialed.add(address);
            if (refuse) {
                callback.failed(new VoloException(ErrorKind.CONNECT, "refused", null, true));
            } else {
                callback.connected(new FakeConnection(eventLoop, 1));
            }
        }, longest, new Random(7));
    }

    @AfterEach
    void shutDown() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    /** What opening one ends with: "connected", or why not. */
    private String open(ReconnectBackoff<FakeConnection> from, Address address) {
        List<String> outcome = new ArrayList<>();
        loop.submit(() -> from.open(address, loop, new ConnectionCallback<>() {

            @Override
            public void connected(FakeConnection connection) {
                outcome.add("connected");
            }

            @Override
            public void failed(VoloException failure) {
                assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
                assertThat(failure.isUnprocessed()).isTrue();
                outcome.add(failure.getMessage());
            }
        })).syncUninterruptibly();
        return outcome.get(0);
    }

    @Test
    void anAddressThatRefusedIsLeftAloneForAMoment() {
        assertThat(open(factory, PEER)).isEqualTo("refused");
        assertThat(open(factory, PEER)).matches("refused \\(not tried again for \\d+ ms\\)");
        assertThat(dialed).containsExactly(PEER);
    }

    @Test
    void othersAreNotLeftAlone() {
        open(factory, PEER);
        assertThat(open(factory, OTHER)).isEqualTo("refused");
    }

    @Test
    void pausesGrow() {
        Await.until("a pause of more than 100 ms", () -> {
            String outcome = open(factory, PEER);
            return outcome.contains("not tried") && Integer.parseInt(outcome.replaceAll("\\D", "")) > 100;
        });
        assertThat(dialed).hasSizeBetween(4, 5);
    }

    @Test
    void pausesAreAtMostSoLong() {
        var hurried = backoff(Duration.ZERO);
        Await.until("many attempts", () -> {
            open(hurried, PEER);
            return dialed.size() > 10;
        });
    }

    @Test
    void aSuccessEndsIt() {
        open(factory, PEER);
        refuse = false;
        Await.until("connected", () -> open(factory, PEER).equals("connected"));
        assertThat(open(factory, PEER)).isEqualTo("connected");
        assertThat(factory.known()).isZero();
    }

    @Test
    void anAddressThatNobodyAsksForIsForgotten() {
        open(factory, PEER);
        assertThat(factory.known()).isEqualTo(1);
        Await.until("forgotten", () -> factory.known() == 0);
    }
}
