package org.acme.types;

import java.util.Map;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.value.ImmutableMap;
import org.jspecify.annotations.NullMarked;

/** The constants of everything.thrift. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class EverythingConstants {

    public static final Map<String, Inner> INNERS;

    public static final int MOST;

    public static final long SECOND;

    static {
        INNERS = make_INNERS();
        MOST = 100;
        SECOND = 1000L;
    }

    private EverythingConstants() {
    }

    private static Map<String, Inner> make_INNERS() {
        return ImmutableMap.<String, Inner>ofEntries(Map.<String, Inner>entry("one", Inner.builder().name("first").build()), Map.<String, Inner>entry("two", Inner.builder().name("second").build()));
    }
}
