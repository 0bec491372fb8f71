package io.quarkiverse.volo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.CapturedLog;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

class DnsDiscoveryTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Address ONE = Address.of("10.0.0.1", 8888);
    private static final Address TWO = Address.of("10.0.0.2", 8888);
    private static final String KEY = "quarkus.volo.clients.hello.address";

    private final FakeResolver resolver = new FakeResolver();
    private final EventLoop loop = ((VertxInternal) VERTX).getEventLoopGroup().next();
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private DnsDiscovery dns = discovery(SOON);

    private DnsDiscovery discovery(Duration refresh) {
        DnsDiscovery made = new DnsDiscovery(Address.of("hello", 8888), refresh, KEY, loop, resolver);
        made.listen(changes::add);
        return made;
    }

    @AfterEach
    void close() {
        dns.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void resolvesNothingBeforeItIsAsked() throws Exception {
        afterAllTasks();
        assertThat(resolver.pending()).isZero();
        assertThat(dns.instances()).isEmpty();
    }

    @Test
    void takesAllAddressesOfTheNameEachOnce() throws Exception {
        Waiting waiting = lookUp();
        resolver.answer("10.0.0.1", "10.0.0.2", "10.0.0.1", "::1");
        Address six = Address.of("0:0:0:0:0:0:0:1", 8888);
        assertThat(waiting.instances()).containsExactly(ONE, TWO, six);
        assertThat(dns.instances()).containsExactly(ONE, TWO, six);
        assertThat(nextChange()).isEqualTo(new Change(List.of(ONE, TWO, six), Set.of(ONE, TWO, six), Set.of()));
    }

    @Test
    void asksOnceForAllWhoWait() throws Exception {
        Waiting first = lookUp();
        Waiting second = lookUp();
        afterAllTasks();
        assertThat(resolver.pending()).isEqualTo(1);
        resolver.answer("10.0.0.1");
        assertThat(first.instances()).isEqualTo(second.instances()).containsExactly(ONE);
    }

    @Test
    void tellsWhoCameAndWhoWent() throws Exception {
        lookUp();
        resolver.answer("10.0.0.1");
        nextChange();
        resolver.answer("10.0.0.1"); // which is no change
        resolver.answer("10.0.0.2");
        assertThat(nextChange()).isEqualTo(new Change(List.of(TWO), Set.of(TWO), Set.of(ONE)));
        assertThat(dns.instances()).containsExactly(TWO);
    }

    @Test
    void keepsTheLastAddressesWhileTheNameIsNotResolvedAndLogsOnce() throws Exception {
        CapturedLog log = new CapturedLog(DnsDiscovery.class.getName());
        try {
            lookUp();
            resolver.answer("10.0.0.1");
            resolver.fail("servfail");
            resolver.answer(); // no addresses: as bad
            resolver.fail("servfail");
            resolver.answer("10.0.0.1", "10.0.0.2");
            nextChange();
            assertThat(nextChange().removed()).as("nothing had gone").isEmpty();
            assertThat(log.lines()).filteredOn(line -> !line.startsWith("FINE") && !line.startsWith("DEBUG")).containsExactly(
                    "WARN " + KEY + ": dns://hello:8888: the name was not resolved: servfail; the addresses known so far stay: "
                            + "[10.0.0.1:8888]",
                    "INFO " + KEY + ": dns://hello:8888: resolved again: [10.0.0.1:8888, 10.0.0.2:8888]");
        } finally {
            log.close();
        }
    }

    @Test
    void failsThoseWhoWaitForANameThatWasNeverResolved() throws Exception {
        Waiting waiting = lookUp();
        resolver.fail("Failed to resolve 'hello'");
        VoloException failure = waiting.failure();
        assertThat(failure).hasMessage(KEY + ": dns://hello:8888: the name was not resolved: Failed to resolve 'hello'")
                .hasRootCauseInstanceOf(UnknownHostException.class);
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
        assertThat(failure.isUnprocessed()).isTrue();
        assertThat(lookUp().failure()).as("within a second nobody is asked again").hasMessage(failure.getMessage());
        assertThat(resolver.pending()).isZero();
    }

    @Test
    void forgetsWhoDoesNotWaitAnyMore() throws Exception {
        Waiting waiting = lookUp();
        waiting.lookup.cancel();
        afterAllTasks();
        resolver.answer("10.0.0.1");
        nextChange();
        afterAllTasks();
        assertThat(waiting.outcome).isNotDone();
    }

    @Test
    void asksNobodyOnceItIsClosed() {
        EmbeddedChannel clock = new EmbeddedChannel();
        clock.freezeTime();
        dns = new DnsDiscovery(Address.of("hello", 8888), Duration.ofMinutes(1), KEY, clock.eventLoop(), resolver);
        lookUp();
        clock.runPendingTasks();
        resolver.answer("10.0.0.1");
        clock.runPendingTasks();
        clock.advanceTimeBy(1, TimeUnit.MINUTES);
        clock.runPendingTasks();
        resolver.answer("10.0.0.2"); // asked again
        clock.runPendingTasks();

        dns.close();
        clock.runPendingTasks();
        clock.advanceTimeBy(1, TimeUnit.HOURS);
        clock.runPendingTasks();
        assertThat(resolver.pending()).isZero();
    }

    @Test
    void failsThoseWhoWaitWhenItIsClosed() throws Exception {
        Waiting waiting = lookUp();
        dns.close();
        assertThat(waiting.failure()).hasMessage(KEY + ": dns://hello:8888: the client is closed");
        assertThat(lookUp().failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        resolver.answer("10.0.0.1");
        afterAllTasks();
        assertThat(dns.instances()).as("too late").isEmpty();
    }

    @Test
    void goesOnWhenAListenerFails() throws Exception {
        dns = discovery(NEVER);
        dns.listen(change -> {
            throw new IllegalStateException("deliberate");
        });
        Waiting waiting = lookUp();
        resolver.answer("10.0.0.1");
        assertThat(waiting.instances()).containsExactly(ONE);
    }

    @Test
    void tellsAllWhoWaitAndResolvesAgainThoughOneOfThemFails() throws Exception {
        dns.lookUp(new ShutDown());
        Waiting behind = lookUp();
        resolver.fail("servfail");
        assertThat(behind.failure()).hasMessageContaining("servfail");

        dns = discovery(SOON);
        dns.lookUp(new ShutDown());
        behind = lookUp();
        resolver.answer("10.0.0.1");
        assertThat(behind.instances()).containsExactly(ONE);
        resolver.answer("10.0.0.2");
        nextChange();
        assertThat(nextChange().added()).containsExactly(TWO);
    }

    /** Who waits on an event loop that takes no tasks any more. */
    private static final class ShutDown implements InstancesCallback {

        @Override
        public void known(List<Address> instances) {
            throw new RejectedExecutionException("deliberate");
        }

        @Override
        public void unknown(VoloException failure) {
            throw new RejectedExecutionException("deliberate");
        }
    }

    @Test
    void anIpAddressIsFixed() {
        for (Address literal : List.of(ONE, Address.of("::1", 8888))) {
            Discovery fixed = DnsDiscovery.of(VERTX, literal, NEVER, KEY);
            assertThat(fixed).isInstanceOf(FixedDiscovery.class);
            assertThat(fixed.instances()).containsExactly(literal);
        }
    }

    @Test
    void asksTheResolverOfVertx() throws Exception {
        Discovery local = DnsDiscovery.of(VERTX, Address.of("localhost", 8888), NEVER, KEY);
        Waiting waiting = new Waiting();
        waiting.lookup = local.lookUp(waiting);
        assertThat(waiting.instances()).containsAnyOf(Address.of("127.0.0.1", 8888), Address.of("0:0:0:0:0:0:0:1", 8888));
        local.close();
    }

    private Waiting lookUp() {
        Waiting waiting = new Waiting();
        waiting.lookup = dns.lookUp(waiting);
        return waiting;
    }

    private Change nextChange() throws InterruptedException {
        Change change = changes.poll(10, TimeUnit.SECONDS);
        assertThat(change).as("a change").isNotNull();
        return change;
    }

    private void afterAllTasks() throws Exception {
        loop.submit(() -> {
        }).get(10, TimeUnit.SECONDS);
    }

    /** Who waits, and what it was told. */
    private static final class Waiting implements InstancesCallback {

        final CompletableFuture<Object> outcome = new CompletableFuture<>();
        private final AtomicInteger times = new AtomicInteger();
        Lookup lookup;

        @Override
        public void known(List<Address> instances) {
            told(instances);
        }

        @Override
        public void unknown(VoloException failure) {
            told(failure);
        }

        /** On the event loop, where a failed assertion would only be logged. */
        private void told(Object what) {
            times.incrementAndGet();
            outcome.complete(what);
        }

        private Object outcome() throws Exception {
            Object told = outcome.get(10, TimeUnit.SECONDS);
            assertThat(times).as("times it was told").hasValue(1);
            return told;
        }

        @SuppressWarnings("unchecked")
        List<Address> instances() throws Exception {
            return (List<Address>) outcome();
        }

        VoloException failure() throws Exception {
            return (VoloException) outcome();
        }
    }
}
