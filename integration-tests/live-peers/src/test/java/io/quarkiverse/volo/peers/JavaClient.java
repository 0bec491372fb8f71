package io.quarkiverse.volo.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkiverse.volo.thrift.ThriftException;
import io.smallrye.mutiny.Uni;

/** The Java client: calls a server in every way that the matrix knows. Other languages' clients have the same checks. */
final class JavaClient {

    /** How many checks there are, without those for multiplexing clients. */
    static final int CHECKS = 18;

    private static final int INTERNAL_ERROR = ThriftException.Type.INTERNAL_ERROR.number();
    private static final int UNKNOWN_METHOD = ThriftException.Type.UNKNOWN_METHOD.number();
    /** What Kitex answers if it was not told the service's name: it looks for a service that has the method. */
    private static final int UNKNOWN_SERVICE = 20;

    private static final String CALLER = "java-client";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PeerService.Client peer;
    private final io.quarkiverse.volo.peers.newer.PeerService.Client newer;
    private final boolean mux;
    private final List<Outcome> outcomes = new ArrayList<>();

    /** @param name the client's name in the configuration */
    JavaClient(VoloClients clients, String name, Address server, boolean mux) {
        this.peer = clients.create(PeerService.Client.class, name, server);
        this.newer = clients.create(io.quarkiverse.volo.peers.newer.PeerService.Client.class, name, server);
        this.mux = mux;
    }

    List<Outcome> run() {
        check("echo", () -> comesBack(Values.ALL));
        check("echo-sparse", () -> comesBack(Values.SPARSE));
        check("echo-large", () -> comesBack(Values.large()));
        check("void", this::nothing);
        check("exception", this::exception);
        check("failure", () -> failedWith(peer.fail("broken"), INTERNAL_ERROR));
        check("unknown-method", () -> failedWith(newer.added("x"), UNKNOWN_METHOD, UNKNOWN_SERVICE));
        check("after-unknown-method", this::afterUnknownMethod);
        check("oneway", this::oneway);
        check("concurrent", this::concurrent);
        check("deadline", this::deadline);
        check("after-deadline", this::nothing);
        check("business", () -> business(404, "no such thing", Map.of()));
        check("business-extra", () -> business(-7, "schade, ä", Map.of("reason", "sold \"out\"", "näher", "2")));
        check("metainfo", this::metainfo);
        check("backward", this::backward);
        check("names", this::names);
        check("timeout-told", this::timeoutTold);
        if (mux) {
            check("overtaking", this::overtaking);
        }
        return outcomes;
    }

    /** What was expected and what came instead; empty if that was the same. A check may also throw what came. */
    @FunctionalInterface
    private interface Check {

        String problem();
    }

    private void check(String name, Check check) {
        try {
            outcomes.add(new Outcome(name, check.problem()));
        } catch (RuntimeException e) {
            outcomes.add(new Outcome(name, "expected an answer, came " + e));
        }
    }

    private String comesBack(Everything sent) {
        Everything came = await(peer.echo(sent));
        return came.equals(sent) ? "" : "expected the same value, came " + shortened(came.toString());
    }

    private String nothing() {
        await(peer.nothing());
        return "";
    }

    private String exception() {
        try {
            return "expected Refused, came the answer '" + await(peer.refuse("not today", 42)) + "'";
        } catch (Refused refused) {
            return refused.reason().equals("not today") && refused.code() == 42 ? ""
                    : "expected Refused(not today, 42), came " + refused;
        }
    }

    private static String failedWith(Uni<String> call, Integer... types) {
        String expected = "expected exception " + Arrays.toString(types);
        try {
            return expected + ", came the answer '" + await(call) + "'";
        } catch (ThriftException e) {
            return List.of(types).contains(e.typeNumber()) ? "" : expected + ", came " + e.typeNumber() + ": " + e.getMessage();
        }
    }

    /** The connection may be another one now, but the call must not fail for that. */
    private String afterUnknownMethod() {
        await(newer.nothing());
        return "";
    }

    private String oneway() {
        String word = "java-" + System.nanoTime();
        await(peer.note(word));
        // Perhaps on another connection, which may be served first.
        await(peer.noted(word).repeat().whilst(noted -> !noted).collect().last());
        return "";
    }

    private String concurrent() {
        List<String> tokens = IntStream.range(0, 100).mapToObj(i -> "token " + i).toList();
        List<Uni<String>> calls = IntStream.range(0, 100).mapToObj(i -> peer.slow(i % 20, tokens.get(i))).toList();
        List<String> came = await(Uni.join().all(calls).andFailFast());
        return came.equals(tokens) ? "" : "expected each call's own answer, came " + came;
    }

    private String deadline() {
        long start = System.nanoTime();
        try {
            return "expected a timeout, came the answer '"
                    + await(peer.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200))).slow(3000, "late")) + "'";
        } catch (VoloException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return e.kind() != ErrorKind.TIMEOUT ? "expected a timeout, came " + e
                    : took.toSeconds() >= 2 ? "expected a timeout after 200 ms, came after " + took : "";
        }
    }

    private String business(int code, String message, Map<String, String> extra) {
        String expected = "expected " + code + " " + message + " " + new TreeMap<>(extra) + ", came ";
        try {
            return expected + "the answer '" + await(peer.business(code, message, extra)) + "'";
        } catch (BizException e) {
            return e.code() == code && e.getMessage().equals(message) && e.extra().equals(extra) ? ""
                    : expected + e.code() + " " + e.getMessage() + " " + new TreeMap<>(e.extra());
        }
    }

    private String metainfo() {
        Metainfo sent = Metainfo.create().setPersistent("TENANT", "acme").setTransient("STEP", "1");
        Metadata came = await(peer.with(CallOptions.DEFAULT.withMetainfo(sent)).metainfo("", ""));
        return "acme".equals(came.persistents().get("TENANT")) && "1".equals(came.transients().get("STEP")) ? ""
                : "expected TENANT=acme and STEP=1, came " + came;
    }

    private String backward() {
        Metainfo metainfo = Metainfo.create();
        await(peer.with(CallOptions.DEFAULT.withMetainfo(metainfo)).metainfo("SERVED_BY", "me"));
        Map<String, String> came = new TreeMap<>();
        metainfo.forEachDownstream(came::put);
        return "me".equals(came.get("SERVED_BY")) ? "" : "expected SERVED_BY=me, came " + came;
    }

    private String names() {
        Facts facts = await(peer.facts());
        return facts.caller().equals(CALLER) && facts.method().equals("facts") ? ""
                : "expected " + CALLER + " and facts, came " + facts;
    }

    private String timeoutTold() {
        int told = await(peer.facts()).timeoutMillis();
        return told > 0 && told <= PATIENCE.toMillis() ? "" : "expected at most " + PATIENCE + ", came " + told + " ms";
    }

    private String overtaking() {
        long start = System.nanoTime();
        long[] took = new long[1];
        // On one connection, the first call's request goes out first.
        await(Uni.join().all(peer.slow(1000, "slow").replaceWithVoid(),
                peer.nothing().invoke(() -> took[0] = System.nanoTime() - start)).andFailFast());
        return took[0] < Duration.ofMillis(700).toNanos() ? ""
                : "expected the second call's answer first, came after " + Duration.ofNanos(took[0]);
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(PATIENCE.multipliedBy(2));
    }

    private static String shortened(String text) {
        return text.length() > 500 ? text.substring(0, 500) + "..." : text;
    }
}
