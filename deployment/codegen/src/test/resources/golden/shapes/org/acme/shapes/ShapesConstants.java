package org.acme.shapes;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.LongList;
import org.jspecify.annotations.NullMarked;

/** The constants of shapes.thrift. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
public final class ShapesConstants {

    @Deprecated
    public static final Volume LOUDEST;

    public static final Sample NO_SAMPLE;

    public static final LongList FIRST_PRIMES;

    static {
        LOUDEST = Volume.LOUD;
        NO_SAMPLE = make_NO_SAMPLE();
        FIRST_PRIMES = make_PRIMES();
    }

    private ShapesConstants() {
    }

    private static Sample make_NO_SAMPLE() {
        return Sample.builder().sensorName("none").flags(BooleanList.of(true)).unit("m").build();
    }

    private static LongList make_PRIMES() {
        return LongList.of(2L, 3L, 5L);
    }
}
