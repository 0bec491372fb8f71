package io.quarkiverse.volo.thrift.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever keeps its numbers in an array is a list like any other, that never changes. */
class NumberListsAsListsTest {

    record Case(List<?> ours, List<?> same, List<?> other) {
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(LongList.of(1, Long.MIN_VALUE), List.of(1L, Long.MIN_VALUE), LongList.of(1)),
                new Case(IntList.of(1, -2), List.of(1, -2), IntList.of(1, 2)),
                new Case(ShortList.of((short) 1, (short) -2), List.of((short) 1, (short) -2), ShortList.of()),
                new Case(ByteList.of((byte) 1, (byte) -2), List.of((byte) 1, (byte) -2), ByteList.of((byte) 2)),
                new Case(DoubleList.of(0.5, Double.NaN), List.of(0.5, Double.NaN), DoubleList.of(0.5, 0.0)),
                new Case(BooleanList.of(true, false), List.of(true, false), BooleanList.of(false, true)),
                new Case(LongList.of(), List.of(), LongList.of(0)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isEqualToAnyListOfTheSameElements(Case one) {
        assertThat(one.ours()).isEqualTo(one.same()).hasSameHashCodeAs(one.same()).hasToString(one.same().toString())
                .isNotEqualTo(one.other()).isEqualTo(new ArrayList<>(one.ours()));
        assertThat(one.same()).isEqualTo(one.ours());
        assertThat(one.ours().hashCode()).isNotEqualTo(one.other().hashCode());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neverChanges(Case one) {
        assertThatThrownBy(() -> one.ours().add(null)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> one.ours().remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isNotItsCallersArray() {
        long[] numbers = { 1, 2 };
        LongList list = LongList.of(numbers);
        numbers[0] = 9;
        list.toLongArray()[1] = 9;

        assertThat(list).containsExactly(1L, 2L);
        assertThat(list.longStream().sum()).isEqualTo(3);
        assertThat(list.getLong(1)).isEqualTo(2);
    }

    @Test
    void isCopiedOnce() {
        LongList list = LongList.copyOf(Arrays.asList(1L, 2L));

        assertThat(LongList.copyOf(list)).isSameAs(list);
        assertThat(LongList.copyOf(List.of())).isSameAs(LongList.of());
        assertThatThrownBy(() -> LongList.copyOf(Arrays.asList(1L, null))).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> list.getLong(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void ofAnyTypeAnswersItsElementsUnboxed() {
        assertThat(IntList.copyOf(List.of(1, 2)).intStream().sum()).isEqualTo(3);
        assertThat(DoubleList.copyOf(List.of(1.5)).doubleStream().sum()).isEqualTo(1.5);
        assertThat(IntList.of(4).getInt(0) + ShortList.of((short) 5).getShort(0) + ByteList.of((byte) 6).getByte(0))
                .isEqualTo(15);
        assertThat(BooleanList.copyOf(List.of(true)).getBoolean(0)).isTrue();
        assertThat(ByteList.copyOf(List.of((byte) 1)).toByteArray()).containsExactly(1);
        assertThat(ShortList.copyOf(List.of((short) 1)).toShortArray()).containsExactly((short) 1);
        assertThat(IntList.of(1).toIntArray()).containsExactly(1);
        assertThat(DoubleList.of(1).toDoubleArray()).containsExactly(1.0);
        assertThat(BooleanList.of(true).toBooleanArray()).containsExactly(true);
    }
}
