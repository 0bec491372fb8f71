package io.quarkiverse.volo.peers;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.thrift.value.Binary;

/** What the checks send; the same as the other languages' checks do. */
final class Values {

    /** Nothing that may be left out, and what there is is empty. */
    static final Everything SPARSE = Everything.builder().flag(false).tiny((byte) 0).small((short) 0).number(0).large(0)
            .real(0).text("").bytes(Binary.copyOf(new byte[0])).color(Color.RED).names(List.of()).numbers(Set.of())
            .index(Map.of()).point(point(0)).points(List.of()).groups(Map.of()).places(Map.of()).choice(Choice.text(""))
            .colors(List.of()).build();

    /** A value of each type, and each optional one is there. */
    static final Everything ALL = Everything.builder().flag(true).tiny(Byte.MIN_VALUE).small(Short.MAX_VALUE).number(-1)
            .large(Long.MAX_VALUE).real(0.1).text("grüße, 世界 \uD83D\uDE00\0")
            .bytes(Binary.copyOf(new byte[] { 0, (byte) 0x80, (byte) 0xff })).color(Color.BLUE).names(List.of("", "Zoë"))
            .numbers(Set.of(4, 8, -15)).index(Map.of("", 0L, "max", Long.MAX_VALUE)).point(point(1, -2))
            .points(List.of(point(3), point(4, -2))).groups(Map.of(1, List.of("a", "b"), -1, List.of()))
            .places(Map.of("home", point(5))).choice(Choice.number(Long.MIN_VALUE)).remark("bemerkt")
            .rank(Integer.MIN_VALUE).child(SPARSE).colors(List.of(Color.RED, Color.BLUE)).last(true).build();

    private Values() {
    }

    /** More than fits into one read. */
    static Everything large() {
        byte[] bytes = new byte[2_100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 3 - 1);
        }
        return SPARSE.toBuilder().bytes(Binary.copyOf(bytes)).text("ü".repeat(100_000)).build();
    }

    private static Point point(int x) {
        return Point.builder().x(x).build();
    }

    private static Point point(int x, int y) {
        return Point.builder().x(x).y(y).build();
    }
}
