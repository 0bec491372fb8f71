package io.quarkiverse.volo.thrift.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.error.VoloException;

/** Keys that cannot be compared and were chosen to have one hash must not cost their number squared. */
class CollisionGuardTest {

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
}
