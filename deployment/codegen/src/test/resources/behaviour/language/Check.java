import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import org.acme.language.Dotted;
import org.acme.language.Left;
import org.acme.language.MoreConstants;
import org.acme.language.Recursive;
import org.acme.language.Uses;

public final class Check {

    private Check() {
    }

    static <T> ByteBuf write(StructCodec<T> codec, T value) {
        ByteBuf buffer = Unpooled.buffer();
        codec.write(new BinaryWriter().reset(buffer), value);
        return buffer;
    }

    public static void idsThatWereLeftOutAreNegativeOnTheWire() {
        Left left = Left.builder().first("x").second(5).third(List.of()).build();
        ByteBuf bytes = write(Left.CODEC, left);
        assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo("0bffff00000001" + "78" + "08000100000005" + "0ffffe0b00000000" + "00");
        assertThat(Left.CODEC.read(new BinaryReader().reset(bytes))).isEqualTo(left);
    }

    public static void exceptionsMayBeConstants() {
        assertThat(MoreConstants.PRESET.code()).isEqualTo(7);
        assertThat(MoreConstants.PRESET.text()).isEqualTo("preset");
    }

    public static void dotsInNamesOfMembersBecomeUnderscores() {
        assertThat(MoreConstants.DOTTED).isEqualTo(Dotted.A_B);
    }

    public static void oldFormsMeanWhatTheyMeant() {
        assertThat(Uses.builder().build().size()).isEqualTo("small");
        assertThat(Recursive.builder().build().names()).containsExactly("a", "b");
    }
}
