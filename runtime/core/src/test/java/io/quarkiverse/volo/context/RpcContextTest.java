package io.quarkiverse.volo.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.testing.FakeMethod;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

class RpcContextTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final AttributeKey<String> USER = AttributeKey.of("user");
    private static final AttributeKey<Integer> COUNT = AttributeKey.of("count");

    private final RpcContext context = new RpcContext(Role.CLIENT, FakeMethod.echo(CallKind.UNARY), new DefaultEventLoop());
    private final List<String> ends = new ArrayList<>();

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void attributesAreKeptByKey() {
        context.put(USER, "ann");
        context.put(COUNT, 1);
        context.put(USER, "bob");

        assertThat(context.get(USER)).isEqualTo("bob");
        assertThat(context.get(COUNT)).isEqualTo(1);
        assertThat(context.get(AttributeKey.<String> of("user"))).as("another key of the same name").isNull();
    }

    @Test
    void anAttemptSeesTheCallsAttributesAndKeepsItsOwn() {
        context.put(USER, "ann");
        RpcContext attempt = context.newAttempt();
        attempt.put(USER, "bob");
        attempt.put(COUNT, 2);
        attempt.callee(Endpoint.UNKNOWN.at(Address.of("h", 1)));

        assertThat(attempt.get(USER)).isEqualTo("bob");
        assertThat(context.newAttempt().get(USER)).isEqualTo("ann");
        assertThat(context.get(COUNT)).isNull();
        assertThat(context.callee().address()).isNull();
        assertThat(attempt.newAttempt().call()).isSameAs(context);
    }

    @Test
    void listenersRunOnceInReverseOrderAndAtOnceAfterTheEnd() {
        context.onEnd(end -> ends.add("first " + end.outcome()));
        context.onEnd(end -> ends.add("second " + end.outcome()));

        assertThat(context.end(CallEnd.success())).isTrue();
        assertThat(context.end(CallEnd.cancelled())).isFalse();
        context.onEnd(end -> ends.add("late " + end.outcome()));

        assertThat(ends).containsExactly("second SUCCESS", "first SUCCESS", "late SUCCESS");
    }

    @Test
    void aListenerThatThrowsDoesNotKeepOthersFromHearing() {
        context.onEnd(end -> ends.add("heard"));
        context.onEnd(end -> {
            throw new IllegalStateException("thrown on purpose");
        });

        context.end(CallEnd.success());

        assertThat(ends).containsExactly("heard");
    }

    @Test
    void exactlyOneOfManyThreadsEndsTheCall() throws Exception {
        AtomicInteger won = new AtomicInteger();
        AtomicInteger heard = new AtomicInteger();
        context.onEnd(end -> heard.incrementAndGet());
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                if (context.end(CallEnd.success())) {
                    won.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(won).hasValue(1);
        assertThat(heard).hasValue(1);
    }

    @Test
    void aDeadlineIsRoundedUpToMilliseconds() {
        assertThat(Deadline.NONE.remainingMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(Deadline.NONE.hasPassed()).isFalse();
        assertThat(Deadline.after(Duration.ZERO).remainingMillis()).isZero();
        assertThat(Deadline.after(Duration.ofDays(1)).remainingMillis()).isBetween(86_399_000L, 86_400_000L);
        assertThat(Deadline.after(Duration.ofNanos(1_999_999_999)).remainingMillis()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void theNearerOfTwoDeadlinesIsFound() {
        Deadline near = Deadline.after(Duration.ofSeconds(1));
        Deadline far = Deadline.after(Duration.ofSeconds(9));

        assertThat(far.nearer(near)).isSameAs(near);
        assertThat(near.nearer(far)).isSameAs(near);
        assertThat(Deadline.NONE.nearer(far)).isSameAs(far);
    }

    @Test
    void itDescribesTheCallForMessages() {
        assertThat(context.describe()).isEqualTo("Echo.echo");
        context.callee(Endpoint.UNKNOWN.at(Address.of("10.0.0.1", 80)));
        assertThat(context).hasToString("CLIENT Echo.echo to 10.0.0.1:80");
    }

    @Test
    void theServedCallIsCurrentOnItsContext() {
        ContextInternal root = (ContextInternal) VERTX.getOrCreateContext();
        ContextInternal duplicate = root.duplicate();

        context.attachTo(duplicate);

        assertThat(RpcContext.servedOn(duplicate)).isSameAs(context);
        assertThat(RpcContext.servedOn(root.duplicate())).isNull();
        assertThat(RpcContext.servedOn(null)).isNull();
        assertThat(RpcContext.current()).isNull();
        duplicate.dispatch(() -> assertThat(RpcContext.current()).isSameAs(context));
        context.dispatch(() -> assertThat(RpcContext.current()).isSameAs(context));
    }

    @Test
    void aContextThatIsSharedKnowsNoCall() {
        ContextInternal root = (ContextInternal) VERTX.getOrCreateContext();

        context.attachTo(root);

        assertThat(RpcContext.servedOn(root)).isNull();
    }

    @Test
    void theMetainfoOfTheServedCallIsThatOfItsContext() {
        ContextInternal duplicate = ((ContextInternal) VERTX.getOrCreateContext()).duplicate();
        context.attachTo(duplicate);
        assertThat(context.metainfoIfAny()).isNull();
        assertThat(CallMetainfo.ifAny(duplicate)).isNull();

        CallMetainfo made = CallMetainfo.of(duplicate);

        assertThat(context.metainfo()).isSameAs(made);
        assertThat(context.newAttempt().metainfo()).isSameAs(made);
        assertThat(CallMetainfo.ifAny(duplicate)).isSameAs(made);
    }

    @Test
    void aCallThatNobodyHoldsIsSettledWhenItEnds() {
        context.onSettled(end -> ends.add("settled: " + end.outcome()));

        context.end(CallEnd.success());
        context.onSettled(end -> ends.add("late: " + end.outcome()));

        assertThat(ends).containsExactly("settled: SUCCESS", "late: SUCCESS");
    }

    @Test
    void aCallThatIsHeldIsSettledWhenTheLastHasReleasedIt() {
        context.onSettled(end -> ends.add("settled: " + end.outcome()));
        context.onEnd(end -> ends.add("ended: " + end.outcome()));
        context.hold();
        context.hold();

        context.end(CallEnd.cancelled());
        context.release();
        assertThat(context.isHeld()).isTrue();
        assertThat(ends).containsExactly("ended: CANCELLED");

        context.release();
        assertThat(context.isHeld()).isFalse();
        assertThat(ends).containsExactly("ended: CANCELLED", "settled: CANCELLED");
    }

    @Test
    void aCallThatWasReleasedBeforeItsEndIsSettledWithIt() {
        context.onSettled(end -> ends.add("settled: " + end.outcome()));
        context.hold();
        context.release();
        assertThat(ends).isEmpty();

        context.end(CallEnd.success());

        assertThat(ends).containsExactly("settled: SUCCESS");
    }

    @Test
    void whatIsLeftOfADeadlineEndsWithIt() {
        Deadline deadline = Deadline.since(System.nanoTime() - 4_000_000_000L, Duration.ofSeconds(10), " (key: k)");

        Deadline left = deadline.left();

        assertThat(deadline.remainingMillis()).isBetween(1L, 6_000L);
        assertThat(left.total()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(6));
        assertThat(left.isSameMoment(deadline)).isTrue();
        assertThat(deadline.source() + left.source()).isEqualTo(" (key: k)");
        assertThat(Deadline.NONE.left().isNone()).isTrue();
        assertThat(Deadline.NONE.isSameMoment(Deadline.NONE)).isFalse();
    }
}
