import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.UnknownFields;
import org.acme.kept.Choice;
import org.acme.kept.Clash;
import org.acme.kept.Color;
import org.acme.kept.Empty;
import org.acme.kept.Failed;
import org.acme.kept.Forgetful;
import org.acme.kept.Item;
import org.acme.kept.Large;
import org.acme.kept.NewerChoice;
import org.acme.kept.NewerColor;
import org.acme.kept.NewerFailed;
import org.acme.kept.NewerItem;
import org.acme.kept.NewerLarge;
import org.acme.kept.NewerOuter;
import org.acme.kept.OtherChoice;
import org.acme.kept.OtherItem;
import org.acme.kept.Outer;
import org.acme.kept.ShopDefinition;

public final class Check {

    private Check() {
    }

    /** A protocol of the two. */
    private enum Wire {
        BINARY,
        COMPACT;

        private ThriftReader reader() {
            return this == BINARY ? new BinaryReader() : new CompactReader();
        }

        private ThriftWriter writer() {
            return this == BINARY ? new BinaryWriter() : new CompactWriter();
        }

        private <T> ByteBuf write(StructCodec<T> codec, T value) {
            ByteBuf buffer = Unpooled.buffer();
            codec.write(writer().reset(buffer), value);
            return buffer;
        }

        private <T> T read(StructCodec<T> codec, ByteBuf buffer) {
            T value = codec.read(reader().reset(buffer));
            assertThat(buffer.readableBytes()).isZero();
            return value;
        }
    }

    private static NewerItem.Builder item() {
        return NewerItem.builder().name("n").color(NewerColor.PINK).colors(Set.of(NewerColor.BLUE, NewerColor.PINK, NewerColor.RED))
                .notes(List.of("a")).yes(true).tiny((byte) -1).small((short) 300).medium(-70_000).large(Long.MIN_VALUE).real(-0.5)
                .text("h\u00e9").bytes(Binary.copyOf(new byte[] {-1, 0})).id(UUID.randomUUID()).bools(List.of(true, false, true))
                .strings(Set.of("x", "")).noElements(List.of()).noEntries(Map.of())
                .deep(List.of(List.of(), List.of(Map.of("k", Set.of(1L, -1L)), Map.of())));
    }

    private static NewerItem newer() {
        NewerItem inner = item().build();
        return item().inner(inner).nested(Map.of(1, List.of(inner, item().inner(inner).build()), 2, List.of())).build();
    }

    private static <N, T> void isWrittenAsItWasRead(StructCodec<N> newerCodec, N newer, StructCodec<T> codec) {
        for (Wire from : Wire.values()) {
            ByteBuf bytes = from.write(newerCodec, newer);
            String hex = ByteBufUtil.hexDump(bytes);
            T value = from.read(codec, bytes);
            bytes.setZero(0, bytes.capacity());
            assertThat(ByteBufUtil.hexDump(from.write(codec, value))).isEqualTo(hex);
            for (Wire to : Wire.values()) {
                assertThat(to.read(newerCodec, to.write(codec, value))).isEqualTo(newer);
            }
        }
    }

    public static void writesWhatItDoesNotKnowAsItWasRead() {
        isWrittenAsItWasRead(NewerItem.CODEC, newer(), Item.CODEC);
        isWrittenAsItWasRead(NewerItem.CODEC, newer(), Empty.CODEC);
    }

    public static void seesNumbersThatItDoesNotKnow() {
        Item item = Wire.BINARY.read(Item.CODEC, Wire.BINARY.write(NewerItem.CODEC, newer()));
        assertThat(item.color()).isEqualTo(Color.UNRECOGNIZED);
        assertThat(item.colors()).containsExactlyInAnyOrder(Color.UNRECOGNIZED, Color.RED);
        assertThat(item.unknownFields().ids()).startsWith(10, 11, 12).endsWith(2, 3).hasSize(19);
    }

    public static void keepsThemInStructsInContainersAndInContainersOfNumbers() {
        NewerOuter outer = NewerOuter.builder().items(List.of(newer(), newer())).byColor(Map.of(NewerColor.PINK, newer()))
                .choices(choices()).choice(NewerChoice.newer(newer())).build();
        isWrittenAsItWasRead(NewerOuter.CODEC, outer, Outer.CODEC);
        Outer read = Wire.COMPACT.read(Outer.CODEC, Wire.COMPACT.write(NewerOuter.CODEC, outer));
        // Those of the items are theirs.
        assertThat(read.unknownFields().ids()).containsExactly(2);
        assertThat(read.items().get(0).unknownFields().isEmpty()).isFalse();
    }

    public static void keepsListsInListsThatAreOfAnotherType() {
        NewerOuter outer = NewerOuter.builder().lists(List.of(List.of(1, 2), List.of())).choice(NewerChoice.yes(true)).build();
        isWrittenAsItWasRead(NewerOuter.CODEC, outer, Outer.CODEC);
    }

    public static void keepsNothingOfAStructThatIsNotAsked() {
        ByteBuf bytes = Wire.BINARY.write(NewerItem.CODEC, newer());
        assertThat(Wire.BINARY.write(Forgetful.CODEC, Wire.BINARY.read(Forgetful.CODEC, bytes)).readableBytes())
                .isEqualTo(7 + 1 + 1);
        NewerOuter outer = NewerOuter.builder().forgetful(List.of(newer())).build();
        Outer read = Wire.BINARY.read(Outer.CODEC, Wire.BINARY.write(NewerOuter.CODEC, outer));
        assertThat(read.unknownFields()).isSameAs(UnknownFields.NONE);
    }

    public static void keepsFieldsOfAnotherType() {
        OtherItem other = OtherItem.builder().name("n").color("red").colors(Set.of("blue")).notes(List.of(5)).build();
        for (Wire from : Wire.values()) {
            Item item = from.read(Item.CODEC, from.write(OtherItem.CODEC, other));
            assertThat(item.color()).isNull();
            assertThat(item.colors()).isEmpty();
            assertThat(item.notes()).isNull();
            for (Wire to : Wire.values()) {
                assertThat(to.read(OtherItem.CODEC, to.write(Item.CODEC, item))).isEqualTo(other);
            }
            Item changed = item.toBuilder().colors(Set.of(Color.RED)).notes(List.of("a")).build();
            assertThat(from.read(Item.CODEC, from.write(Item.CODEC, changed))).isEqualTo(changed);
            assertThat(changed.unknownFields().ids()).containsExactly(2);
        }
    }

    public static void writesAnotherValueInstead() {
        Item item = Wire.BINARY.read(Item.CODEC, Wire.BINARY.write(NewerItem.CODEC, newer()));
        Item changed = item.toBuilder().name("other").color(Color.GREEN).colors(Set.of(Color.RED)).build();
        assertThat(Wire.BINARY.read(NewerItem.CODEC, Wire.BINARY.write(Item.CODEC, changed)))
                .isEqualTo(newerLike(item).name("other").color(NewerColor.GREEN).colors(Set.of(NewerColor.RED)).build());
        assertThat(changed.unknownFields().ids()).doesNotContain(2, 3);
        assertThat(item.toBuilder().build()).isEqualTo(item);
    }

    private static NewerItem.Builder newerLike(Item item) {
        return Wire.BINARY.read(NewerItem.CODEC, Wire.BINARY.write(Item.CODEC, item)).toBuilder();
    }

    public static void refusesNumbersThatItDoesNotKnowAndHasNotKept() {
        Item item = Wire.BINARY.read(Item.CODEC, Wire.BINARY.write(NewerItem.CODEC, newer()));
        assertThatThrownBy(() -> Wire.BINARY.write(Item.CODEC, item.toBuilder().colors(Set.of(Color.UNRECOGNIZED)).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Item.colors: UNRECOGNIZED (expected: a member that the IDL names)");
        assertThatThrownBy(() -> Wire.BINARY.write(Item.CODEC, item.toBuilder().unknownFields(UnknownFields.NONE).build()))
                .hasMessage("Item.color: UNRECOGNIZED (expected: a member that the IDL names)");
        assertThatThrownBy(() -> Wire.BINARY.write(Choice.CODEC, Choice.color(Color.UNRECOGNIZED)))
                .hasMessage("Choice.color: UNRECOGNIZED (expected: a member that the IDL names)");
        assertThatThrownBy(() -> Wire.BINARY.write(Failed.CODEC, new Failed("m", Color.UNRECOGNIZED)))
                .hasMessage("Failed.color: UNRECOGNIZED (expected: a member that the IDL names)");
    }

    public static void takesTheLastOfTwoNumbers() {
        ByteBuf buffer = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(buffer);
        out.structBegin();
        out.writeStringField(0x0B_0001, "n");
        out.writeI32Field(0x08_0002, 98);
        out.writeI32Field(0x08_0002, 99);
        out.structEnd();
        Item item = Wire.BINARY.read(Item.CODEC, buffer);
        assertThat(item.unknownFields().ids()).containsExactly(2);
        assertThat(ByteBufUtil.hexDump(Wire.BINARY.write(Item.CODEC, item))).contains("08000200000063").doesNotContain("00000062");
        buffer.clear();
        out.reset(buffer).structBegin();
        out.writeStringField(0x0B_0001, "n");
        out.writeI32Field(0x08_0002, 98);
        out.writeI32Field(0x08_0002, 1);
        out.structEnd();
        assertThat(Wire.BINARY.read(Item.CODEC, buffer)).isEqualTo(Item.builder().name("n").color(Color.RED).build());
    }

    public static void comparesThemAndDoesNotShowThem() {
        Item plain = new Item("n", Color.RED, Set.of(), null);
        ByteBuf buffer = Wire.BINARY.write(NewerItem.CODEC, NewerItem.builder().name("n").color(NewerColor.RED).build());
        Item read = Wire.BINARY.read(Item.CODEC, buffer.copy());
        assertThat(read).isNotEqualTo(plain).isEqualTo(Wire.BINARY.read(Item.CODEC, buffer.copy()));
        assertThat(read).hasSameHashCodeAs(Wire.BINARY.read(Item.CODEC, buffer));
        assertThat(read).hasToString("Item[name=n, color=RED, colors=[], notes=null]").hasToString(plain.toString());
        assertThat(read.toBuilder().unknownFields(UnknownFields.NONE).build()).isEqualTo(plain);
        assertThat(plain.unknownFields()).isSameAs(UnknownFields.NONE);
        assertThat(new Empty()).hasToString("Empty[]");
        assertThatThrownBy(() -> Item.builder().name("n").unknownFields(null).build()).hasMessage("unknownFields");
    }

    private static List<NewerChoice> choices() {
        return List.of(NewerChoice.item(newer()), NewerChoice.color(NewerColor.PINK), NewerChoice.color(NewerColor.RED),
                NewerChoice.colors(List.of(NewerColor.RED, NewerColor.BLUE)), NewerChoice.newer(newer()), NewerChoice.yes(true),
                NewerChoice.yes(false));
    }

    public static void keepsMembersOfUnions() {
        choices().forEach(choice -> isWrittenAsItWasRead(NewerChoice.CODEC, choice, Choice.CODEC));
        for (OtherChoice other : List.of(OtherChoice.item(1), OtherChoice.color("c"), OtherChoice.colors(List.of("c")))) {
            isWrittenAsItWasRead(OtherChoice.CODEC, other, Choice.CODEC);
            Choice read = Wire.BINARY.read(Choice.CODEC, Wire.BINARY.write(OtherChoice.CODEC, other));
            assertThat(read.member()).isEqualTo(Choice.Member.UNKNOWN);
        }
    }

    public static void showsAndChecksMembersOfUnions() {
        Choice read = Wire.BINARY.read(Choice.CODEC, Wire.BINARY.write(NewerChoice.CODEC, NewerChoice.yes(true)));
        assertThat(read).hasToString("Unknown[id=10]").isNotEqualTo(new Choice.Unknown(10));
        Choice number = Wire.BINARY.read(Choice.CODEC, Wire.BINARY.write(NewerChoice.CODEC, NewerChoice.color(NewerColor.PINK)));
        assertThat(number).hasToString("Color[value=UNRECOGNIZED]").isNotEqualTo(Choice.color(Color.UNRECOGNIZED));
        UnknownFields kept = ((Choice.Color) number).unknownFields();
        assertThat(new Choice.Color(Color.RED, kept)).isEqualTo(Choice.color(Color.RED));
        for (Choice unknown : List.of(new Choice.Unknown(9), new Choice.Unknown(9, ((Choice.Unknown) read).unknownFields()))) {
            assertThatThrownBy(() -> Wire.BINARY.write(Choice.CODEC, unknown)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Choice: member 9 is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)");
        }
    }

    public static void keepsThemInExceptions() {
        NewerFailed newer = new NewerFailed("m", NewerColor.BLUE, 7);
        Failed failed = Wire.COMPACT.read(Failed.CODEC, Wire.COMPACT.write(NewerFailed.CODEC, newer));
        assertThat(failed).hasMessage("m");
        assertThat(failed.color()).isEqualTo(Color.UNRECOGNIZED);
        assertThat(failed.unknownFields().ids()).containsExactly(3, 2);
        NewerFailed again = Wire.BINARY.read(NewerFailed.CODEC, Wire.BINARY.write(Failed.CODEC, failed.toBuilder().build()));
        assertThat(again.color()).isEqualTo(NewerColor.BLUE);
        assertThat(again.code()).isEqualTo(7);
    }

    public static void keepsThemInStructsOfManyFields() {
        NewerLarge newer = NewerLarge.builder().f1(1).f61(61).color(NewerColor.PINK).colors(List.of(NewerColor.BLUE)).added("x").build();
        isWrittenAsItWasRead(NewerLarge.CODEC, newer, Large.CODEC);
    }

    public static void keepsNothingOfArguments() {
        assertThat(ShopDefinition.BuyArguments.class.getRecordComponents()).hasSize(2);
    }

    public static void leavesTheirNamesToFields() {
        Clash clash = Clash.builder().unknownFields_("a").unknownFields__("b").keeper(1).field(Color.RED).unknownFields___("c").build();
        assertThat(Wire.BINARY.read(Clash.CODEC, Wire.BINARY.write(Clash.CODEC, clash))).isEqualTo(clash);
        assertThat(clash.unknownFields()).isSameAs(UnknownFields.NONE);
    }

    public static void keepsLongValuesOfMemoryThatIsNoArray() {
        NewerItem newer = newer().toBuilder().bytes(Binary.copyOf(new byte[100_000])).text("x".repeat(50_000)).build();
        for (Wire wire : Wire.values()) {
            ByteBuf bytes = Unpooled.directBuffer();
            NewerItem.CODEC.write(wire.writer().reset(bytes), newer);
            Item item = wire.read(Item.CODEC, bytes);
            bytes.release();
            ByteBuf again = Unpooled.directBuffer();
            Item.CODEC.write(wire.writer().reset(again), item);
            assertThat(wire.read(NewerItem.CODEC, again)).isEqualTo(newer);
            again.release();
        }
    }

    public static void countsWhatItKeeps() {
        DecodeLimits limits = DecodeLimits.DEFAULT.withMaxElements(10, "max-decoded-elements");
        ByteBuf bytes = Wire.BINARY.write(NewerItem.CODEC, NewerItem.builder().name("n").build());
        assertThatThrownBy(() -> Item.CODEC.read(new BinaryReader(limits).reset(bytes))).isInstanceOf(VoloException.class)
                .hasMessage("structs and containers: more than 10 (expected: at most that, max-decoded-elements)");
    }
}
