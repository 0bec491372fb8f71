package io.quarkiverse.volo.metainfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

class MetainfoTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final CallMetainfo metainfo = new CallMetainfo();

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Map<String, String> collected(Consumer<BiConsumer<? super String, ? super String>> forEach) {
        Map<String, String> values = new TreeMap<>();
        forEach.accept(values::put);
        return values;
    }

    @Test
    void whatIsSetIsThereUntilItIsRemoved() {
        metainfo.setPersistent("P", "1").setTransient("T", "2").setBackward("B", "3");

        assertThat(List.of(metainfo.getPersistent("P"), metainfo.getTransient("T"), metainfo.getBackward("B")))
                .containsExactly("1", "2", "3");
        assertThat(collected(metainfo::forEachPersistent)).containsExactly(Map.entry("P", "1"));
        assertThat(collected(metainfo::forEachTransient)).containsExactly(Map.entry("T", "2"));
        assertThat(collected(metainfo::forEachBackward)).containsExactly(Map.entry("B", "3"));

        metainfo.removePersistent("P").removeTransient("T").removeBackward("B").removeBackward("B");

        assertThat(metainfo.getPersistent("P")).isNull();
        assertThat(metainfo.getTransient("T")).isNull();
        assertThat(metainfo.getBackward("B")).isNull();
        assertThat(metainfo.hasForward() || metainfo.hasBackward()).isFalse();
    }

    @Test
    void theLastValueOfAKeyCounts() {
        metainfo.setPersistent("K", "old").setPersistent("OTHER", "x").setPersistent("K", "new");

        assertThat(metainfo.getPersistent("K")).isEqualTo("new");
        assertThat(collected(metainfo::forEachPersistent)).containsExactly(Map.entry("K", "new"), Map.entry("OTHER", "x"));
    }

    @Test
    void aReceivedTransientValueIsAnUpstreamOneAndNotSentOn() {
        metainfo.receivedTransient("T", "1");

        assertThat(metainfo.getUpstream("T")).isEqualTo("1");
        assertThat(metainfo.getTransient("T")).isNull();
        assertThat(metainfo.hasForward()).isFalse();
    }

    @Test
    void aReceivedBackwardValueIsADownstreamOneAndNotSentFurtherBack() {
        metainfo.receivedDownstream("B", "1");

        assertThat(metainfo.getDownstream("B")).isEqualTo("1");
        assertThat(metainfo.getBackward("B")).isNull();
        assertThat(metainfo.hasBackward()).isFalse();
    }

    @Test
    void aReceivedPersistentValueGoesOn() {
        metainfo.receivedPersistent("P", "1");

        assertThat(metainfo.hasForward()).isTrue();
        assertThat(metainfo.forCall().getPersistent("P")).isEqualTo("1");
    }

    @Test
    void emptyKeysAndValuesAreRefusedWhereTheyAreSet() {
        assertThatThrownBy(() -> metainfo.setPersistent("", "1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metainfo, persistent: '' = '1' (expected: a key and a value of at least one character each;"
                        + " remove what has no value)");
        assertThatThrownBy(() -> metainfo.setTransient("T", "")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("metainfo, transient: 'T' = ''");
        assertThatThrownBy(() -> metainfo.setBackward("B", "")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("metainfo, backward: 'B' = ''");
    }

    @Test
    void emptyKeysAndValuesAreDroppedWhereTheyAreReceived() {
        metainfo.receivedPersistent("", "1");
        metainfo.receivedPersistent("P", "");
        metainfo.receivedTransient("", "1");
        metainfo.receivedTransient("T", "");
        metainfo.receivedDownstream("", "1");
        metainfo.receivedDownstream("B", "");

        assertThat(metainfo).hasToString("persistent {}, transient {}, upstream {}, backward {}, downstream {}");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 16, 17, 20_000 })
    void anyNumberOfValuesIsKept(int count) {
        for (int i = 0; i < count; i++) {
            metainfo.receivedPersistent("K" + i, "old");
            metainfo.receivedPersistent("K" + i, "v" + i);
        }
        metainfo.removePersistent("K0").removePersistent("NONE");

        assertThat(collected(metainfo::forEachPersistent)).hasSize(count - 1).doesNotContainValue("old");
        assertThat(metainfo.getPersistent("K" + count)).isNull();
        if (count > 1) {
            assertThat(metainfo.getPersistent("K" + (count - 1))).isEqualTo("v" + (count - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 16, 17, 100 })
    void aCallBeginsWithTheCallersForwardValuesAndChangesOnlyItsOwn(int count) {
        for (int i = 0; i < count; i++) {
            metainfo.setPersistent("P" + i, "p").setTransient("T" + i, "t");
        }
        metainfo.setBackward("B", "b");

        CallMetainfo call = metainfo.forCall();
        call.setPersistent("P0", "call's").setTransient("MORE", "call's");
        metainfo.setTransient("T0", "later").removePersistent("P0");

        assertThat(call.getPersistent("P0")).isEqualTo("call's");
        assertThat(call.getTransient("T0")).isEqualTo("t");
        assertThat(call.hasBackward()).isFalse();
        assertThat(metainfo.getPersistent("P0")).isNull();
        assertThat(metainfo.getTransient("MORE")).isNull();
        assertThat(collected(call::forEachTransient)).hasSize(count + 1);
    }

    @Test
    void aCopyHasTheSameValuesAndIsItsOwn() {
        metainfo.setPersistent("P", "1").setTransient("T", "2").setBackward("B", "3");
        metainfo.receivedTransient("U", "4");
        metainfo.receivedDownstream("D", "5");

        Metainfo copy = metainfo.copy();
        assertThat(copy).hasToString(metainfo.toString());
        copy.setPersistent("P", "changed");

        assertThat(metainfo.getPersistent("P")).isEqualTo("1");
    }

    @Test
    void whatPeersSendBackIsBounded() {
        for (int i = 0; i < CallMetainfo.MAX_DOWNSTREAM + 10; i++) {
            metainfo.receivedDownstream("K" + i, "v");
        }
        metainfo.receivedDownstream("K0", "last");

        assertThat(collected(metainfo::forEachDownstream)).hasSize(CallMetainfo.MAX_DOWNSTREAM);
        assertThat(metainfo.getDownstream("K0")).isEqualTo("last");
    }

    @Test
    void manyThreadsChangeItWithoutLosingAnything() throws Exception {
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            String key = "T" + t;
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int i = 0; i < 100_000; i++) {
                    metainfo.setPersistent(key, "v");
                    if (metainfo.getPersistent(key) == null) {
                        lost.add(key + " set");
                    }
                    metainfo.removePersistent(key);
                    if (metainfo.getPersistent(key) != null) {
                        lost.add(key + " removed");
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(lost).isEmpty();
    }

    @Test
    void eachDuplicatedContextHasItsOwn() throws Exception {
        ContextInternal root = (ContextInternal) VERTX.getOrCreateContext();
        ContextInternal one = root.duplicate();
        ContextInternal other = root.duplicate();

        on(one, () -> Metainfo.current().setPersistent("K", "one's"));
        on(other, () -> Metainfo.current().setPersistent("K", "other's"));

        assertThat(persistent(one)).isEqualTo("one's");
        assertThat(persistent(other)).isEqualTo("other's");
        assertThat(CallMetainfo.of(one)).isSameAs(CallMetainfo.ifAny(one));
    }

    @Test
    void aContextThatWasNotAskedHasNone() {
        ContextInternal context = ((ContextInternal) VERTX.getOrCreateContext()).duplicate();

        assertThat(CallMetainfo.ifAny(context)).isNull();
        assertThat(CallMetainfo.ifAny(null)).isNull();
    }

    @Test
    void offAnyContextItSaysWhatToDo() {
        assertThatThrownBy(Metainfo::current).isInstanceOf(IllegalStateException.class)
                .hasMessage("metainfo on " + Thread.currentThread().getName() + ": no Vert.x context (expected: the duplicated"
                        + " context of a served call, an HTTP request, ...; elsewhere give calls their own by"
                        + " CallOptions.withMetainfo(Metainfo.create()))");
    }

    @Test
    void aContextThatIsSharedHasNone() throws Exception {
        Context root = VERTX.getOrCreateContext();

        Throwable refusal = on(root, () -> {
            try {
                return new AssertionError(Metainfo.current());
            } catch (IllegalStateException e) {
                return e;
            }
        });

        assertThat(refusal).hasMessageContaining(": a Vert.x context that is shared (expected: ");
    }

    private static @Nullable String persistent(Context context) throws Exception {
        return MetainfoTest.<@Nullable String> on(context, () -> Metainfo.current().getPersistent("K"));
    }

    private interface Asked<T extends @Nullable Object> {

        T ask();
    }

    private static <T extends @Nullable Object> T on(Context context, Asked<T> asked) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            try {
                answer.complete(asked.ask());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(10, TimeUnit.SECONDS);
    }
}
