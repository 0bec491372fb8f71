import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.value.Binary;
import org.acme.shared.Color;
import org.acme.types.Everything;
import org.acme.types.Faded;
import org.acme.types.Inner;
import org.acme.types.MixerDefinition;
import org.acme.types.Newer;
import org.acme.types.NotFound;
import org.acme.types.Nothing;
import org.acme.types.OtherTypes;
import org.acme.types.Paint;
import org.acme.types.Palettes;
import org.acme.types.ShelfDefinition;
import org.acme.types.Tree;
import org.acme.types.Wide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

public final class Check {

    private Check() {
    }

    static <T> ByteBuf write(StructCodec<T> codec, T value) {
        ByteBuf buffer = Unpooled.buffer();
        codec.write(new BinaryWriter().reset(buffer), value);
        return buffer;
    }

    static <T> T read(StructCodec<T> codec, ByteBuf buffer) {
        T value = codec.read(new BinaryReader().reset(buffer));
        assertThat(buffer.readableBytes()).isZero();
        return value;
    }

    static <T> T again(StructCodec<T> codec, T value) {
        return read(codec, write(codec, value));
    }

    static Everything.Builder least() {
        return Everything.builder().needed(7).neededInner(new Inner("x"));
    }

    public static void readsWhatItWrote() {
        Everything value = least().flag(true).tiny((byte) -1).small((short) -2).medium(-3).large(Long.MIN_VALUE).real(-0.5)
                .text("h\u00e9llo \ud83d\ude00").bytes(Binary.copyOf(new byte[] {0, -1})).id(UUID.randomUUID())
                .names(List.of("z", "y")).numbers(Set.of(3L)).colors(Map.of("a", List.of(Color.RED, Color.BLUE)))
                .color(Color.GREEN).inner(new Inner("in")).maybeNumber(0).timeout(5).preset(new Inner("p")).tint(Color.BLUE)
                .palettes(List.of(List.of(Color.RED), List.of())).build();
        assertThat(again(Everything.CODEC, value)).isEqualTo(value);
        assertThat(value.toBuilder().build()).isEqualTo(value);
    }

    public static void givesAbsentFieldsTheirDefaults() {
        ByteBuf onlyRequired = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(onlyRequired);
        out.structBegin();
        out.writeField(0x0A_0011);
        out.writeI64(7);
        out.writeField(0x0C_0012);
        Inner.CODEC.write(out, new Inner("x"));
        out.structEnd();
        Everything value = read(Everything.CODEC, onlyRequired);
        assertThat(value).isEqualTo(least().build());
        assertThat(value.medium()).isEqualTo(4);
        assertThat(value.text()).isEqualTo("it's \"text\"");
        assertThat(value.names()).containsExactly("a", "b");
        assertThat(value.numbers()).isEmpty();
        assertThat(value.bytes()).isEqualTo(Binary.EMPTY);
        assertThat(value.color()).isNull();
        assertThat(value.inner()).isNull();
        assertThat(value.maybeNumber()).isNull();
        assertThat(value.palettes()).isNull();
        assertThat(value.timeout()).isEqualTo(1000);
        assertThat(value.preset()).isEqualTo(new Inner("preset"));
        assertThat(value.tint()).isEqualTo(Color.GREEN);
    }

    public static void skipsFieldsItDoesNotKnow() {
        Newer newer = Newer.builder().name("n").added(List.of(Map.of("a", 1))).more(least().build()).build();
        assertThat(read(Inner.CODEC, write(Newer.CODEC, newer))).isEqualTo(new Inner("n"));
        assertThat(read(Nothing.CODEC, write(Newer.CODEC, newer))).isEqualTo(new Nothing());
    }

    public static void skipsFieldsOfAnotherType() {
        OtherTypes other = OtherTypes.builder().names(List.of(1)).colors(Map.of("a", List.of(1), "b", List.of())).build();
        ByteBuf buffer = write(OtherTypes.CODEC, other);
        assertThatThrownBy(() -> Everything.CODEC.read(new BinaryReader().reset(buffer)))
                .hasMessage("Everything: required field 'needed' is missing");
    }

    public static void treatsAnInnerContainerOfAnotherTypeAsEmpty() {
        ByteBuf buffer = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(buffer);
        out.structBegin();
        out.writeField(0x0F_000A);
        out.writeListBegin(8, 1);
        out.writeI32(1);
        out.writeField(0x0D_000C);
        out.writeMapBegin(11, 15, 1);
        out.writeString("a");
        out.writeListBegin(11, 1);
        out.writeString("RED");
        out.writeField(0x0A_0011);
        out.writeI64(7);
        out.writeField(0x0C_0012);
        Inner.CODEC.write(out, new Inner("x"));
        out.structEnd();
        Everything value = read(Everything.CODEC, buffer);
        assertThat(value.names()).containsExactly("a", "b");
        assertThat(value.colors()).isEqualTo(Map.of("a", List.of()));
    }

    public static void namesTheRequiredFieldThatIsMissing() {
        for (String missing : List.of("a", "b", "c", "d")) {
            ByteBuf buffer = Unpooled.buffer();
            BinaryWriter out = new BinaryWriter().reset(buffer);
            out.structBegin();
            if (!missing.equals("a")) {
                out.writeField(0x08_0001);
                out.writeI32(1);
            }
            if (!missing.equals("b")) {
                out.writeField(0x0A_0002);
                out.writeI64(1);
            }
            if (!missing.equals("c")) {
                out.writeField(0x02_0003);
                out.writeBool(true);
            }
            if (!missing.equals("d")) {
                out.writeField(0x04_0004);
                out.writeDouble(1);
            }
            out.structEnd();
            assertThatThrownBy(() -> Wide.CODEC.read(new BinaryReader().reset(buffer))).isInstanceOf(VoloException.class)
                    .hasMessage("Wide: required field '" + missing + "' is missing");
        }
    }

    public static void takesTheLastOfTwoFieldsWithOneId() {
        ByteBuf buffer = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(buffer);
        out.structBegin();
        out.writeField(0x0B_0001);
        out.writeString("first");
        out.writeField(0x0B_0001);
        out.writeString("last");
        out.structEnd();
        assertThat(read(Inner.CODEC, buffer)).isEqualTo(new Inner("last"));
    }

    public static void doesNotWriteWhatIsNull() {
        assertThat(write(Tree.CODEC, Tree.builder().build()).readableBytes()).isEqualTo(7 + 8 + 1);
    }

    public static void readsRecursiveStructs() {
        Tree leaf = Tree.builder().value(2).build();
        Tree tree = Tree.builder().value(1).children(List.of(leaf, leaf)).next(leaf).build();
        assertThat(again(Tree.CODEC, tree)).isEqualTo(tree);
    }

    public static void refusesToBuildWithoutARequiredValue() {
        assertThatThrownBy(() -> Inner.builder().build()).isInstanceOf(IllegalStateException.class)
                .hasMessage("Inner.name: required and not set");
        assertThatThrownBy(() -> Wide.builder().a(1).build()).hasMessage("Wide.b: required and not set");
        assertThatThrownBy(() -> new Inner(null)).isInstanceOf(NullPointerException.class).hasMessage("name");
    }

    public static void doesNotShareContainersWithTheCaller() {
        List<String> names = new ArrayList<>(List.of("a"));
        List<Color> palette = new ArrayList<>(List.of(Color.RED));
        List<List<Color>> palettes = new ArrayList<>(List.of(palette));
        Everything value = least().names(names).palettes(palettes).build();
        names.add("b");
        palette.add(Color.BLUE);
        palettes.clear();
        assertThat(value.names()).containsExactly("a");
        assertThat(value.palettes()).isEqualTo(List.of(List.of(Color.RED)));
        assertThatThrownBy(() -> value.names().add("c")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> least().names(null).build()).hasMessage("names");
    }

    public static void comparesAndShowsBytesAndContainersByWhatIsInThem() {
        Everything value = least().bytes(Binary.copyOf(new byte[] {1, 2})).names(new ArrayList<>(List.of("a")))
                .numbers(Set.of(1L)).colors(Map.of("k", new ArrayList<>(List.of(Color.RED)))).build();
        Everything same = least().bytes(Binary.copyOf(new byte[] {1, 2})).names(List.of("a")).numbers(Set.of(1L))
                .colors(Map.of("k", List.of(Color.RED))).build();
        assertThat(value).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(value.toString()).contains("bytes=Binary[2: 0102], ", "names=[a], ", "numbers=[1], ", "colors={k=[RED]}, ");
        assertThat(value).isNotEqualTo(same.toBuilder().bytes(Binary.copyOf(new byte[] {1, 3})).build())
                .isNotEqualTo(same.toBuilder().names(List.of("b")).build())
                .isNotEqualTo(same.toBuilder().colors(Map.of("k", List.of(Color.BLUE))).build());
        NotFound thrown = new NotFound("gone", null);
        assertThat(thrown).isEqualTo(thrown).isNotEqualTo(new NotFound("gone", null));
    }

    public static void keepsNumbersOfEnumsThatItDoesNotKnowApart() {
        assertThat(Color.of(16)).isEqualTo(Color.BLUE);
        assertThat(Color.of(99)).isEqualTo(Color.UNRECOGNIZED);
        assertThatThrownBy(Color.UNRECOGNIZED::number).isInstanceOf(IllegalStateException.class)
                .hasMessage("Color.UNRECOGNIZED has no number");
    }

    public static void refusesToWriteAnUnrecognizedMember() {
        assertThatThrownBy(() -> write(Everything.CODEC, least().color(Color.UNRECOGNIZED).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Everything.color: UNRECOGNIZED (expected: a member that the IDL names)");
    }

    public static void refusesItWhereverItIs() {
        Color unknown = Color.UNRECOGNIZED;
        refuses("Palettes.colors", Palettes.CODEC, Palettes.builder().colors(List.of(Color.RED, unknown)).build());
        refuses("Palettes.counts", Palettes.CODEC, Palettes.builder().counts(Map.of(unknown, 1)).build());
        refuses("Palettes.different", Palettes.CODEC, Palettes.builder().different(Set.of(unknown)).build());
        refuses("Palettes.nested", Palettes.CODEC,
                Palettes.builder().nested(Map.of("n", List.of(Map.of(), Map.of(1, unknown)))).build());
        refuses("Palettes.main", Palettes.CODEC, Palettes.builder().main(unknown).build());
        refuses("Paint.color", Paint.CODEC, Paint.color(unknown));
        refuses("Paint.colors", Paint.CODEC, Paint.colors(List.of(unknown)));
        refuses("Faded.color", Faded.CODEC, Faded.builder().color(unknown).build());
        refuses("Faded.colors", Faded.CODEC, Faded.builder().colors(Set.of(unknown)).build());
        refuses("Mixer.mix.color", MixerDefinition.MIX.arguments(), new MixerDefinition.MixArguments(unknown, List.of()));
        refuses("Mixer.mix.colors", MixerDefinition.MIX.arguments(),
                new MixerDefinition.MixArguments(Color.RED, List.of(unknown)));
        refuses("Mixer.mix", MixerDefinition.MIX.result(), unknown);
        refuses("Shelf.all", ShelfDefinition.ALL.result(), Map.of("a", unknown));
    }

    private static <T> void refuses(String place, StructCodec<T> codec, T value) {
        for (ThriftWriter out : List.of(new BinaryWriter(), new CompactWriter())) {
            refuses(place, () -> codec.write(out.reset(Unpooled.buffer()), value));
        }
    }

    private static <T> void refuses(String place, ResultCodec<T> codec, T value) {
        for (ThriftWriter out : List.of(new BinaryWriter(), new CompactWriter())) {
            refuses(place, () -> codec.writeSuccess(out.reset(Unpooled.buffer()), value));
        }
    }

    private static void refuses(String place, ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
    }

    public static void readsNumbersThatItDoesNotKnowWhereverTheyAre() {
        ByteBuf buffer = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(buffer);
        out.structBegin();
        out.writeField(0x0F_0001);
        out.writeListBegin(8, 2);
        out.writeI32(99);
        out.writeI32(1);
        out.writeField(0x0E_0003);
        out.writeSetBegin(8, 2);
        out.writeI32(98);
        out.writeI32(99);
        out.structEnd();
        Palettes palettes = read(Palettes.CODEC, buffer);
        assertThat(palettes.colors()).containsExactly(Color.UNRECOGNIZED, Color.of(1));
        assertThat(palettes.different()).containsExactly(Color.UNRECOGNIZED);
    }

    public static void writesExceptionsAsStructs() {
        NotFound thrown = new NotFound("no such thing", new Inner("thing"));
        NotFound read = again(NotFound.CODEC, thrown);
        assertThat(read).isNotSameAs(thrown).isInstanceOf(RuntimeException.class).hasMessage("no such thing");
        assertThat(read.what()).isEqualTo(new Inner("thing"));
        assertThat(NotFound.builder().build().message()).isEmpty();
    }
}
