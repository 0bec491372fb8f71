package io.quarkiverse.volo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.testing.FakeMethod;
import io.quarkiverse.volo.testing.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** What travels with calls, from the one who sets it to the one who reads it, whatever threads they are on. */
class MetainfoOfCallsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final CallLoops LOOPS = new CallLoops(VERTX);

    /** Answers with what a transport would send. */
    private static final ClientMethod<String, String> METAINFO_IF_ANY = client(
            (context, request) -> Uni.createFrom().item(String.valueOf(context.metainfoIfAny())));

    /** Answers with what it has been sent, and something of its own beside. */
    private final ClientMethod<String, String> back = client(request -> {
        Metainfo here = Metainfo.current();
        here.setBackward("B", "of " + request);
        return Uni.createFrom().item(request + ": P=" + here.getPersistent("P") + " T=" + here.getUpstream("T") + " M="
                + here.getUpstream("M"));
    });

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static ClientMethod<String, String> client(Function<String, Uni<String>> handler, Layer... layers) {
        return client(new Loopback(VERTX, handler), layers);
    }

    private static ClientMethod<String, String> client(Service<String, String> wire, Layer... layers) {
        ClientOptions options = ClientOptions.of("test", FixedDiscovery.of(Address.of("127.0.0.1", 1234)))
                .withTimeout(Duration.ofSeconds(20), "").withLayers(List.of(), List.of(layers));
        return ClientPipeline.prepare(FakeMethod.echo(CallKind.UNARY), options, LOOPS, wire);
    }

    private static ContextInternal context() {
        return ((ContextInternal) VERTX.getOrCreateContext()).duplicate();
    }

    /** What the asked answers in a context. */
    private static String in(ContextInternal context, Supplier<Uni<String>> asked) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            try {
                asked.get().subscribe().with(answer::complete, answer::completeExceptionally);
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(20, TimeUnit.SECONDS);
    }

    /** Calls a middle service, which calls the back one, and tells what each of the three has seen. */
    private String threeHops(Function<String, Uni<String>> middle) throws Exception {
        return in(context(), () -> {
            Metainfo.current().setPersistent("P", "all hops").setTransient("T", "one hop");
            return client(middle).call(CallOptions.DEFAULT, "middle")
                    .map(reply -> reply + ", front: B=" + Metainfo.current().getDownstream("B"));
        });
    }

    private static final String SEEN = "middle: P=all hops T=one hop, back: P=all hops T=null M=middle's,"
            + " middle: B=of back, front: B=null";

    /** In the middle, before it calls. */
    private static String beforeCall() {
        Metainfo here = Metainfo.current();
        here.setTransient("M", "middle's");
        return "middle: P=" + here.getPersistent("P") + " T=" + here.getUpstream("T") + ", ";
    }

    /** In the middle, when it has its reply. */
    private static String afterCall(String reply) {
        return reply + ", middle: B=" + Metainfo.current().getDownstream("B");
    }

    private String blockingMiddle() {
        return beforeCall() + afterCall(back.await(CallOptions.DEFAULT, "back"));
    }

    @Test
    void itTravelsThroughAChainOfUnis() throws Exception {
        assertThat(threeHops(request -> Uni.createFrom().item(MetainfoOfCallsTest::beforeCall)
                .onItem().transformToUni(seen -> back.call(CallOptions.DEFAULT, "back").map(reply -> seen + afterCall(reply)))))
                .isEqualTo(SEEN);
    }

    @Test
    void itTravelsThroughWorkers() throws Exception {
        assertThat(threeHops(request -> {
            ContextInternal context = ContextInternal.current();
            return Uni.createFrom().completionStage(
                    () -> context.executeBlocking(this::blockingMiddle, false).toCompletionStage());
        })).isEqualTo(SEEN);
    }

    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with Java 21")
    @Test
    void itTravelsThroughVirtualThreads() throws Exception {
        assertThat(threeHops(request -> {
            ContextInternal context = ContextInternal.current();
            return Uni.createFrom().emitter(
                    reply -> VirtualThreads.start(() -> context.dispatch(() -> reply.complete(blockingMiddle()))));
        })).isEqualTo(SEEN);
    }

    @Test
    void whatComesBackGoesFurtherOnlyIfItIsSetAgain() throws Exception {
        ClientMethod<String, String> middle = client(request -> back.call(CallOptions.DEFAULT, "back").invoke(() -> {
            Metainfo here = Metainfo.current();
            here.setBackward("B2", here.getDownstream("B") + ", handed on");
        }));

        assertThat(in(context(), () -> middle.call(CallOptions.DEFAULT, "x").map(
                reply -> Metainfo.current().getDownstream("B") + ", " + Metainfo.current().getDownstream("B2"))))
                .isEqualTo("null, of back, handed on");
    }

    @Test
    void manyCallsAtOnceNeverMix() throws Exception {
        ClientMethod<String, String> slow = client(request -> {
            Metainfo.current().setBackward("B", "of " + request);
            return Uni.createFrom().item(() -> request + " " + Metainfo.current().getPersistent("P") + " "
                    + Metainfo.current().getUpstream("T")).onItem().delayIt().by(Duration.ofMillis(5));
        });
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String id = "c" + i;
            CompletableFuture<String> answer = new CompletableFuture<>();
            answers.add(answer);
            context().runOnContext(ignored -> {
                Metainfo.current().setPersistent("P", id).setTransient("T", id);
                slow.call(CallOptions.DEFAULT, id).subscribe().with(
                        reply -> answer.complete(reply + " " + Metainfo.current().getDownstream("B")),
                        answer::completeExceptionally);
            });
        }

        for (int i = 0; i < answers.size(); i++) {
            String id = "c" + i;
            assertThat(answers.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(id + " " + id + " " + id + " of " + id);
        }
    }

    @Test
    void aCallTakesTheValuesAsTheyAreWhenItIsSubscribedTo() throws Exception {
        CompletableFuture<Void> connected = new CompletableFuture<>();
        Loopback loopback = new Loopback(VERTX, request -> Uni.createFrom().item(Metainfo.current().getUpstream("T")));
        ClientMethod<String, String> slowToConnect = client((context, request) -> Uni.createFrom()
                .completionStage(connected).chain(() -> loopback.call(context, request)));

        assertThat(in(context(), () -> {
            Metainfo.current().setTransient("T", "first");
            Uni<String> call = slowToConnect.call(CallOptions.DEFAULT, "x");
            Metainfo.current().setTransient("T", "second");
            CompletableFuture<String> reply = call.subscribeAsCompletionStage();
            Metainfo.current().setTransient("T", "third");
            connected.complete(null);
            return Uni.createFrom().completionStage(reply);
        })).isEqualTo("second");
    }

    /** As a layer that adds a token. */
    static class Token implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                context.metainfo().setTransient("T", "token " + context.metainfo().getPersistent("P"));
                return next.call(context, request);
            };
        }
    }

    @Test
    void whatALayerSetsGoesWithItsCallOnly() throws Exception {
        ClientMethod<String, String> withToken = client(
                request -> Uni.createFrom().item(Metainfo.current().getUpstream("T")), new Token());

        assertThat(in(context(), () -> {
            Metainfo.current().setPersistent("P", "p");
            return withToken.call(CallOptions.DEFAULT, "x").map(reply -> reply + ", " + Metainfo.current().getTransient("T"));
        })).isEqualTo("token p, null");
        assertThat(withToken.await(CallOptions.DEFAULT, "x")).as("off any context").isEqualTo("token null");
    }

    @Test
    void callersWithoutAContextGiveTheirsWithTheOptions() {
        Metainfo own = Metainfo.create().setPersistent("P", "1").setTransient("T", "2");
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(9)).withMetainfo(own);

        assertThat(back.await(options, "back")).isEqualTo("back: P=1 T=2 M=null");
        assertThat(own.getDownstream("B")).isEqualTo("of back");
        assertThat(back.call(options, "again").await().atMost(Duration.ofSeconds(20))).isEqualTo("again: P=1 T=2 M=null");
        assertThat(own.getDownstream("B")).isEqualTo("of again");
    }

    @Test
    void thoseOfTheOptionsGoInsteadOfTheContexts() throws Exception {
        assertThat(in(context(), () -> {
            Metainfo.current().setPersistent("P", "context's").setTransient("T", "context's");
            Metainfo own = Metainfo.create().setTransient("M", "own");
            return back.call(CallOptions.DEFAULT.withMetainfo(own), "back").map(
                    reply -> reply + " " + own.getDownstream("B") + " " + Metainfo.current().getDownstream("B"));
        })).isEqualTo("back: P=null T=null M=own of back null");
    }

    @Test
    void onlyMetainfoThatHoldsValuesCanBeGivenToACall() {
        Metainfo injected = (Metainfo) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { Metainfo.class }, (proxy, method, arguments) -> null);

        assertThatThrownBy(() -> CallOptions.DEFAULT.withMetainfo(injected)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metainfo: a " + injected.getClass().getName() + " (expected: what Metainfo.create(), current() or"
                        + " copy() answered; what is injected goes with calls anyway)");
    }

    @Test
    void aCallWithoutAnyHasNone() throws Exception {
        ContextInternal context = context();

        assertThat(in(context, () -> METAINFO_IF_ANY.call(CallOptions.DEFAULT, "x"))).isEqualTo("null");
        assertThat(CallMetainfo.ifAny(context)).isNull();
    }

    @Test
    void whatWasOnlyReceivedIsNotSent() throws Exception {
        ContextInternal context = context();
        CallMetainfo.of(context).receivedTransient("T", "received");
        CallMetainfo.of(context).receivedDownstream("D", "received");
        CallMetainfo.of(context).setBackward("B", "for the caller");

        assertThat(in(context, () -> METAINFO_IF_ANY.call(CallOptions.DEFAULT, "x"))).isEqualTo("null");
    }

    /** A retry as a later issue will bring it. */
    static class OnceMore implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                String was = "was a retry: " + context.isRetry();
                RpcContext first = context.newAttempt();
                return next.call(first, request).onFailure().recoverWithUni(() -> {
                    first.end(CallEnd.cancelled());
                    context.metainfo().setPersistent(CallMetainfo.RETRY_KEY, "1").setTransient("T", was);
                    return next.call(context.newAttempt(), request);
                });
            };
        }
    }

    @Test
    void attemptsShareThoseOfTheirCallAndSayThatTheyAreRetries() throws Exception {
        ClientMethod<String, String> secondTime = client(request -> {
            Metainfo here = Metainfo.current();
            return here.getUpstream("T") == null ? Uni.createFrom().failure(new IllegalStateException("first"))
                    : Uni.createFrom().item(here.getPersistent("P") + ", " + here.getUpstream("T") + ", is one: "
                            + RpcContext.current().isRetry());
        }, new OnceMore());

        assertThat(in(context(), () -> {
            Metainfo.current().setPersistent("P", "p");
            return secondTime.call(CallOptions.DEFAULT, "x").map(
                    reply -> reply + ", caller: " + Metainfo.current().getPersistent(CallMetainfo.RETRY_KEY));
        })).isEqualTo("p, was a retry: false, is one: true, caller: null");
    }

    @Test
    void aFailedCallBringsSomethingBackToo() throws Exception {
        ClientMethod<String, String> failing = client(request -> {
            Metainfo.current().setBackward("B", "why");
            return Uni.createFrom().failure(new IllegalStateException("no"));
        });

        assertThat(in(context(), () -> failing.call(CallOptions.DEFAULT, "x")
                .onFailure().recoverWithItem(failure -> failure.getMessage() + " " + Metainfo.current().getDownstream("B"))))
                .isEqualTo("no why");
    }
}
