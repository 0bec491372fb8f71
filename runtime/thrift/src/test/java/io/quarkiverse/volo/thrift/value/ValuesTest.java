package io.quarkiverse.volo.thrift.value;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ValuesTest {

    @Test
    void binaryIsComparedByContentAndNeverChanges() {
        byte[] bytes = { 1, 2, 3 };
        Binary binary = Binary.copyOf(bytes);
        bytes[0] = 9;
        binary.toByteArray()[1] = 9;

        assertThat(binary).isEqualTo(Binary.wrap(new byte[] { 1, 2, 3 })).hasToString("Binary[3: 010203]");
        assertThat(binary.hashCode()).isEqualTo(Binary.wrap(new byte[] { 1, 2, 3 }).hashCode());
        assertThat(binary.asByteBuffer().isReadOnly()).isTrue();
    }

    @Test
    void binaryIsCopiedIntoAnArrayAndReadAsText() {
        byte[] target = new byte[5];
        Binary.wrap(new byte[] { 'h', 'i' }).copyTo(target, 2);

        assertThat(target).containsExactly(0, 0, 'h', 'i', 0);
        assertThat(Binary.wrap(new byte[] { 'h', (byte) 0xc3, (byte) 0xa9, (byte) 0xff }).toStringUtf8())
                .isEqualTo("h\u00e9\ufffd");
    }

    @Test
    void binaryCopiesABuffersRestAndLeavesItsPosition() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] { 1, 2, 3 }).position(1);

        assertThat(Binary.copyOf(buffer)).isEqualTo(Binary.wrap(new byte[] { 2, 3 }));
        assertThat(buffer.position()).isEqualTo(1);
    }

    @Test
    void containersAreCopiedOnceAndNeverChange() {
        List<String> source = new ArrayList<>(List.of("a", "b"));
        List<String> list = ImmutableList.copyOf(source);
        source.add("c");

        assertThat(list).containsExactly("a", "b");
        assertThat(ImmutableList.copyOf(list)).isSameAs(list);
        assertThatThrownBy(() -> list.add("x")).isInstanceOf(UnsupportedOperationException.class);
        Set<String> set = ImmutableSet.copyOf(source);
        assertThat(ImmutableSet.copyOf(set)).isSameAs(set);
        assertThatThrownBy(() -> set.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        Map<String, Integer> map = ImmutableMap.copyOf(Map.of("a", 1));
        assertThat(ImmutableMap.copyOf(map)).isSameAs(map);
        assertThatThrownBy(() -> map.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue(9))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void containersKeepTheOrderOfTheirElements() {
        Map<String, Integer> source = new LinkedHashMap<>();
        source.put("z", 1);
        source.put("a", 2);

        assertThat(ImmutableMap.copyOf(source).keySet()).containsExactly("z", "a");
        assertThat(ImmutableSet.copyOf(List.of("z", "a", "z"))).containsExactly("z", "a");
    }

    @Test
    void containersAreEqualToTheJdksOfTheSameContent() {
        assertThat(ImmutableList.copyOf(List.of(1, 2))).isEqualTo(List.of(1, 2)).hasSameHashCodeAs(List.of(1, 2));
        assertThat(ImmutableSet.copyOf(Set.of(1))).isEqualTo(Set.of(1)).hasSameHashCodeAs(Set.of(1));
        assertThat(ImmutableMap.copyOf(Map.of(1, 2))).isEqualTo(Map.of(1, 2)).hasSameHashCodeAs(Map.of(1, 2));
    }

    @Test
    void containersRefuseNull() {
        assertThatThrownBy(() -> ImmutableList.copyOf(Arrays.asList("a", null))).hasMessage("element");
        assertThatThrownBy(() -> ImmutableSet.builder(1).add(null)).hasMessage("element");
        assertThatThrownBy(() -> ImmutableMap.builder(1).put("k", null)).hasMessage("value");
    }

    @Test
    void aBuilderGrowsBeyondWhatWasExpected() {
        ImmutableList.Builder<Integer> builder = ImmutableList.builder(Integer.MAX_VALUE);
        for (int i = 0; i < 5_000; i++) {
            builder.add(i);
        }

        assertThat(builder.build()).hasSize(5_000).startsWith(0).endsWith(4_999);
    }

    /** All pairs of "Aa" and "BB" have one hash; so do all words made of them. */
    private static Binary colliding(int number) {
        StringBuilder word = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            word.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return Binary.ofUtf8(word.toString());
    }

    @Test
    @Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void binaryKeysThatWereChosenToCollideCostNoMoreThanOthers() {
        ImmutableSet.Builder<Binary> keys = ImmutableSet.builder(0);
        for (int i = 0; i < 1 << 17; i++) {
            keys.add(colliding(i));
        }

        assertThat(keys.build()).hasSize(1 << 17);
    }

    @Test
    void binariesAreOrderedByTheirUnsignedBytes() {
        assertThat(Binary.wrap(new byte[] { (byte) 0x80 })).isGreaterThan(Binary.wrap(new byte[] { 0x7f, 1 }))
                .isLessThan(Binary.wrap(new byte[] { (byte) 0x80, 0 }))
                .isEqualByComparingTo(Binary.wrap(new byte[] { (byte) 0x80 }));
    }
}
