package io.quarkiverse.volo.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CallLocalsTest {

    private final ConcurrentMap<Object, Object> locals = new CallLocals();

    @Test
    void isLikeAConcurrentHashMap() {
        ConcurrentMap<Object, Object> model = new ConcurrentHashMap<>();
        Random random = new Random(7);
        for (int step = 0; step < 20_000; step++) {
            // New objects, so that equality counts and not identity.
            Object key = "key" + random.nextInt(6);
            Object value = "value" + random.nextInt(3);
            Object other = "value" + random.nextInt(3);
            int what = random.nextInt(10);
            assertThat(change(locals, what, key, value, other)).isEqualTo(change(model, what, key, value, other));
            assertThat(locals).isEqualTo(model).hasSameSizeAs(model);
        }
    }

    private static Object change(ConcurrentMap<Object, Object> map, int what, Object key, Object value, Object other) {
        return switch (what) {
            case 0, 1 -> map.put(key, value);
            case 2 -> map.putIfAbsent(key, value);
            case 3 -> map.replace(key, value);
            case 4 -> map.replace(key, other, value);
            case 5 -> map.remove(key);
            case 6 -> map.remove(key, value);
            case 7 -> map.computeIfAbsent(key, absent -> value);
            case 8 -> map.keySet().removeIf(key::equals);
            default -> map.get(key) + ", " + map.containsKey(key);
        };
    }

    @Test
    void losesNoChangeThatThreadsMakeAtOnce() {
        IntStream.range(0, 40_000).parallel().forEach(i -> locals.merge(i % 4, 1, (a, b) -> (int) a + (int) b));

        assertThat(locals).isEqualTo(Map.of(0, 10_000, 1, 10_000, 2, 10_000, 3, 10_000));
    }

    @Test
    void anIteratorRemovesWhatItAnsweredLastAndOnlyOnce() {
        locals.put("a", 1);
        locals.put("b", 2);

        Iterator<Map.Entry<Object, Object>> entries = locals.entrySet().iterator();
        assertThatIllegalStateException().isThrownBy(entries::remove);
        entries.next();
        entries.remove();
        assertThatIllegalStateException().isThrownBy(entries::remove);
        assertThat(locals).containsOnlyKeys("b");
    }

    @Test
    void anIteratorGoesOnWithWhatItHasSeen() {
        locals.put("a", 1);
        locals.put("b", 2);

        for (Object key : locals.keySet()) {
            locals.remove(key);
        }

        assertThat(locals).isEmpty();
    }

    @Test
    void takesNoNull() {
        assertThatNullPointerException().isThrownBy(() -> locals.put("a", null));
        assertThatNullPointerException().isThrownBy(() -> locals.get(null));
    }

    @Test
    void canBeCleared() {
        locals.put("a", 1);

        locals.clear();

        assertThat(locals).isEmpty();
        assertThat(locals.get("a")).isNull();
    }
}
