import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkiverse.volo.thrift.value.Binary;
import org.acme.limits.Level;
import org.acme.limits.Limits;
import org.acme.limits.LimitsConstants;
import org.acme.limits.MoreConstants;

public final class Check {

    private Check() {
    }

    public static void haveTheirValues() {
        assertThat(LimitsConstants.LEAST).isEqualTo(Long.MIN_VALUE);
        assertThat(LimitsConstants.MOST).isEqualTo(Long.MAX_VALUE);
        assertThat(LimitsConstants.MASK).isEqualTo(Integer.MIN_VALUE);
        assertThat(LimitsConstants.SMALL).isEqualTo(Byte.MIN_VALUE);
        assertThat(LimitsConstants.SHORT).isEqualTo(Short.MAX_VALUE);
        assertThat(LimitsConstants.BIG).isEqualTo(1.5e300);
        assertThat(LimitsConstants.TINY).isEqualTo(-0.002);
        assertThat(LimitsConstants.WHOLE).isEqualTo(3.0);
        assertThat(LimitsConstants.ENDLESS).isInfinite();
        assertThat(LimitsConstants.YES).isTrue();
        assertThat(LimitsConstants.NO).isFalse();
        assertThat(LimitsConstants.QUOTED).isEqualTo("a \"b\" 'c' \\ \n\t d");
        assertThat(LimitsConstants.WIDE).isEqualTo("h\\u00e9 \u00e9 \ud83d\ude00 ${x}");
        assertThat(LimitsConstants.BYTES).isEqualTo(Binary.ofUtf8("bytes"));
        assertThat(LimitsConstants.ID).isEqualTo(UUID.fromString("12345678-9abc-def0-1234-56789abcdef0"));
        assertThat(LimitsConstants.NUMBERS).isEqualTo(List.of(1L, 2L, 3L));
        assertThat(LimitsConstants.BYTE_SET).isEqualTo(Set.of((byte) 1, (byte) 2));
        assertThat(LimitsConstants.TABLE).isEqualTo(Map.of("a", List.of(1), "b", List.of()));
        assertThat(LimitsConstants.NONE).isEmpty();
    }

    public static void mayReferToOthersAcrossFiles() {
        assertThat(MoreConstants.AGAIN).isEqualTo(32767L);
        assertThat(MoreConstants.FIRST).isEqualTo(Level.LOW);
        assertThat(MoreConstants.SECOND).isEqualTo(Level.HIGH);
        assertThat(MoreConstants.LEVEL_NUMBER).isEqualTo(2);
        assertThat(MoreConstants.PRESET).isEqualTo(new Limits(5, Level.HIGH, List.of(1L, 2L, 3L)));
        assertThat(MoreConstants.BY_LEVEL.get(Level.HIGH)).isEqualTo(new Limits(Long.MAX_VALUE, Level.HIGH, List.of(1L)));
    }

    public static void areNotCopiedIntoTheClassesThatUseThem() throws Exception {
        try (InputStream bytes = LimitsConstants.class.getResourceAsStream("LimitsConstants.class")) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1)).contains("<clinit>")
                    .doesNotContain("ConstantValue");
        }
    }
}
