package io.quarkiverse.volo.codecbenchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.thrift.TBase;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;

/** What is measured: a value, and the empty one that Apache's library reads it into. */
public enum Sample {

    ECHO(Text.CODEC, Sample::text, io.quarkiverse.volo.codecbenchmark.apache.Text::new),
    NESTED(Order.CODEC, Sample::order, io.quarkiverse.volo.codecbenchmark.apache.Order::new),
    NUMBERS(Numbers.CODEC, Sample::numbers, io.quarkiverse.volo.codecbenchmark.apache.Numbers::new),
    /** The same bytes as {@link #NUMBERS}. */
    ARRAYS(NumbersInArrays.CODEC, Sample::numbersInArrays, io.quarkiverse.volo.codecbenchmark.apache.Numbers::new);

    private static final String KIBIBYTE = "Thirty-two characters, in ASCII.".repeat(32);

    private final StructCodec<?> codec;
    private final Supplier<?> value;
    private final Supplier<TBase<?, ?>> apache;

    <T> Sample(StructCodec<T> codec, Supplier<T> value, Supplier<TBase<?, ?>> apache) {
        this.codec = codec;
        this.value = value;
        this.apache = apache;
    }

    @SuppressWarnings("unchecked")
    StructCodec<Object> codec() {
        return (StructCodec<Object>) codec;
    }

    Object value() {
        return value.get();
    }

    TBase<?, ?> emptyOfApache() {
        return apache.get();
    }

    private static Text text() {
        return new Text(KIBIBYTE);
    }

    private static Order order() {
        return Order.builder().id(1_234_567_890_123L)
                .note(KIBIBYTE)
                .labels(entries(20, i -> "label-" + i, i -> "the value of label " + i))
                .amounts(entries(50, i -> i * 7919, i -> i * 1_000_003L))
                .items(IntStream.range(0, 100).mapToObj(Sample::item).toList())
                .pages(IntStream.range(0, 4).mapToObj(i -> KIBIBYTE).toList())
                .favourite(item(4))
                .build();
    }

    private static Item item(int number) {
        return Item.builder().id(number * 1_000_000_007L).name("item number " + number).price(number * 1.25)
                .available(number % 3 == 0)
                .count(number * 11)
                .remark(number % 2 == 0 ? null : "remark of " + number)
                .build();
    }

    private static Numbers numbers() {
        return Numbers.builder().a1(1).a2(-300).a3(70_000).a4(Integer.MAX_VALUE).a5(12_345_678)
                .b1(1).b2(-70_000).b3(5_000_000_000L).b4(Long.MIN_VALUE).b5(1_700_000_000_000L)
                .c1(0.1).c2(-1e100).c3(Math.PI).c4(42).c5(1e-9)
                .d1((short) 1234).d2((byte) -1).d3(true)
                .many(LongStream.range(0, 100).map(i -> i * 7_919_000_003L).boxed().toList())
                .measured(IntStream.range(0, 100).mapToObj(i -> i * 0.37).toList())
                .counted(IntStream.range(0, 100).map(i -> i * i * 13).boxed().toList())
                .build();
    }

    private static NumbersInArrays numbersInArrays() {
        Numbers boxed = numbers();
        return NumbersInArrays.builder().a1(boxed.a1()).a2(boxed.a2()).a3(boxed.a3()).a4(boxed.a4()).a5(boxed.a5())
                .b1(boxed.b1()).b2(boxed.b2()).b3(boxed.b3()).b4(boxed.b4()).b5(boxed.b5())
                .c1(boxed.c1()).c2(boxed.c2()).c3(boxed.c3()).c4(boxed.c4()).c5(boxed.c5())
                .d1(boxed.d1()).d2(boxed.d2()).d3(boxed.d3())
                .many(LongList.copyOf(boxed.many()))
                .measured(DoubleList.copyOf(boxed.measured()))
                .counted(IntList.copyOf(boxed.counted()))
                .build();
    }

    private static <K, V> Map<K, V> entries(int count, Function<Integer, K> key, Function<Integer, V> value) {
        Map<K, V> entries = new LinkedHashMap<>();
        for (int i : List.copyOf(IntStream.range(0, count).boxed().toList())) {
            entries.put(key.apply(i), value.apply(i));
        }
        return entries;
    }
}
