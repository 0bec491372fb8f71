package io.quarkiverse.volo.thrift.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.volo.error.VoloException;

/** Keys are found among any number of others; those that were chosen to have one hash must not cost their number squared. */
class OrderedKeysTest {

    /** As generated structs: a hash that everybody knows. */
    private record Point(int x, int y) {

        @Override
        public int hashCode() {
            return 31 * x + y;
        }
    }

    @Test
    void elementsOfOneHashAreRefusedLongBeforeTheyTakeLong() {
        ImmutableSet.Builder<Point> set = ImmutableSet.guardedBuilder(5_000);

        assertThatThrownBy(() -> {
            for (int i = 0; i < 5_000; i++) {
                set.add(new Point(i, -31 * i));
            }
        }).isInstanceOf(VoloException.class).hasMessageStartingWith("keys of equal hash: so many among ");
    }

    @Test
    void keysOfOneHashAreRefusedToo() {
        ImmutableMap.Builder<Point, Integer> map = ImmutableMap.guardedBuilder(5_000);

        assertThatThrownBy(() -> {
            for (int i = 0; i < 5_000; i++) {
                map.put(new Point(i, -31 * i), i);
            }
        }).hasMessageStartingWith("keys of equal hash");
    }

    @Test
    void keysOfAPoorHashAndRepeatedOnesAreNot() {
        ImmutableSet.Builder<Point> set = ImmutableSet.guardedBuilder(10);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 300; y++) {
                set.add(new Point(x, y)).add(new Point(1, 1));
            }
        }

        assertThat(set.build()).hasSize(300 * 300);
    }

    @Test
    void whatAnApplicationPutsTogetherIsNotRefused() {
        ImmutableSet.Builder<Point> set = ImmutableSet.builder(1_000);
        for (int i = 0; i < 1_000; i++) {
            set.add(new Point(i, -31 * i));
        }

        assertThat(set.build()).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 8, 9, 1_000, 5_000 })
    void everyKeyIsFoundHoweverManyWereExpected(int expected) {
        ImmutableMap.Builder<Integer, String> builder = ImmutableMap.builder(expected);
        Map<Integer, String> same = new LinkedHashMap<>();
        for (int i = 0; i < 3_000; i++) {
            // Many have the same last bits, and some come twice.
            int key = i % 2_500 << 7;
            builder.put(key, "value " + i);
            same.put(key, "value " + i);
        }
        Map<Integer, String> map = builder.build();

        assertThat(map).isEqualTo(same);
        assertThat(map.keySet()).containsExactlyElementsOf(same.keySet());
        assertThat(map.values()).containsExactlyElementsOf(same.values());
        same.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
        assertThat(map.get(1)).isNull();
        assertThat(map.containsKey(1)).isFalse();
        assertThat(map.containsKey(null)).isFalse();
        assertThat(map.get(null)).isNull();
    }

    /** All texts of so many pairs "Aa" and "BB" have one hash. */
    private static String ofOneHash(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 12; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @Test
    void keysOfOneHashThatCanBeComparedAreKeptAndFound() {
        ImmutableMap.Builder<String, Integer> builder = ImmutableMap.builder(0);
        ImmutableSet.Builder<String> elements = ImmutableSet.builder(0);
        for (int i = 0; i < 6_000; i++) {
            builder.put(ofOneHash(i), i);
            elements.add(ofOneHash(i));
        }
        Map<String, Integer> map = builder.build();
        Set<String> set = elements.build();

        assertThat(set).hasSize(4_096).containsExactlyElementsOf(map.keySet());
        assertThat(map).hasSize(4_096);
        for (int i = 0; i < 4_096; i++) {
            assertThat(map.get(ofOneHash(i))).isEqualTo(i + 4_096 < 6_000 ? i + 4_096 : i);
            assertThat(set.contains(ofOneHash(i))).isTrue();
        }
        assertThat(map.containsKey("Aa")).isFalse();
    }

    @Test
    void oneOfThemAgainAndAgainIsRefusedToo() {
        ImmutableSet.Builder<Point> set = ImmutableSet.guardedBuilder(1_000);
        for (int i = 0; i < 300; i++) {
            set.add(new Point(i, -31 * i));
        }

        assertThatThrownBy(() -> {
            for (int i = 0; i < 1_000; i++) {
                set.add(new Point(299, -31 * 299));
            }
        }).hasMessageStartingWith("keys of equal hash");
    }
}
