import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import org.acme.drawing.Choices;
import org.acme.drawing.Codec_;
import org.acme.drawing.Color;
import org.acme.drawing.Drawing;
import org.acme.drawing.DrawingConstants;
import org.acme.drawing.Loose;
import org.acme.drawing.Member_;
import org.acme.drawing.MoreConstants;
import org.acme.drawing.Names;
import org.acme.drawing.NewerShape;
import org.acme.drawing.Nothing;
import org.acme.drawing.OtherTypes;
import org.acme.drawing.PainterDefinition;
import org.acme.drawing.Refused;
import org.acme.drawing.Shape;
import org.acme.drawing.Unknown_;
import org.acme.drawing.WithoutIds;
import org.acme.drawing.Wrapped;

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
        ByteBuf compact = Unpooled.buffer();
        codec.write(new CompactWriter().reset(compact), value);
        assertThat(codec.read(new CompactReader().reset(compact))).isEqualTo(value);
        return read(codec, write(codec, value));
    }

    static List<Shape> oneOfEach() {
        Shape circle = Shape.circle(1.5);
        return List.of(circle, Shape.group(List.of(circle, Shape.text("inner"))), Shape.text(""), Shape.fill(Color.RED),
                Shape.palettes(Map.of("p", List.of(Color.GREEN, Color.RED))), Shape.visible(false));
    }

    public static void readsWhatItWrote() {
        oneOfEach().forEach(shape -> assertThat(again(Shape.CODEC, shape)).isEqualTo(shape));
        for (Wrapped wrapped : List.of(Wrapped.figure(Shape.circle(1)), Wrapped.again(Wrapped.again(Wrapped.figure(Shape.text("x")))),
                Wrapped.drawing(Drawing.builder().main(Shape.visible(true)).build()))) {
            assertThat(again(Wrapped.CODEC, wrapped)).isEqualTo(wrapped);
        }
        assertThat(again(WithoutIds.CODEC, WithoutIds.b("x"))).isEqualTo(WithoutIds.b("x"));
    }

    public static void isAStructOfOneFieldOnTheWire() {
        assertThat(ByteBufUtil.hexDump(write(Shape.CODEC, Shape.text("ab")))).isEqualTo("0b0003" + "00000002" + "6162" + "00");
    }

    public static void isFoundInStructsAndContainers() {
        Drawing drawing = Drawing.builder().main(Shape.circle(1)).frame(Shape.text("f"))
                .parts(Map.of(Shape.circle(1), Set.of(Shape.text("a"), Shape.visible(true)), Shape.circle(2), Set.of())).build();
        assertThat(again(Drawing.CODEC, drawing)).isEqualTo(drawing);
        assertThat(drawing.background()).isEqualTo(Shape.fill(Color.GREEN));
        assertThat(Drawing.builder().main(Shape.circle(1)).build().frame()).isNull();
        Choices choices = Choices.builder().many(oneOfEach()).build();
        assertThat(again(Choices.CODEC, choices)).isEqualTo(choices);
        assertThatThrownBy(() -> Drawing.builder().build()).hasMessage("Drawing.main: required and not set");
    }

    @SuppressWarnings("unchecked")
    public static void isAnArgumentAndAResult() {
        ThriftMethod<PainterDefinition.PaintArguments, Shape> paint = PainterDefinition.PAINT;
        var arguments = new PainterDefinition.PaintArguments(Shape.text("a"), List.of(Shape.circle(2)));
        assertThat(again(paint.arguments(), arguments)).isEqualTo(arguments);
        ByteBuf result = Unpooled.buffer();
        paint.result().writeSuccess(new BinaryWriter().reset(result), Shape.circle(3));
        assertThat(paint.result().read(new BinaryReader().reset(result))).isEqualTo(Shape.circle(3));
        Refused refused = read(Refused.CODEC, write(Refused.CODEC, new Refused(Shape.visible(true))));
        assertThat(refused.why()).isEqualTo(Shape.visible(true));
    }

    public static void tellsWhichMemberItIs() {
        assertThat(oneOfEach()).extracting(Shape::member).containsExactly(Shape.Member.CIRCLE, Shape.Member.GROUP,
                Shape.Member.TEXT, Shape.Member.FILL, Shape.Member.PALETTES, Shape.Member.VISIBLE);
        Shape shape = Shape.circle(2);
        double radius = shape instanceof Shape.Circle circle ? circle.value() : 0;
        assertThat(radius).isEqualTo(2);
        String told = switch (shape.member()) {
            case CIRCLE -> "round";
            default -> "else";
        };
        assertThat(told).isEqualTo("round");
        assertThat(shape).hasToString("Circle[value=2.0]");
        assertThat(Shape.class.isSealed()).isTrue();
    }

    public static void holdsNoNullAndSharesNoContainer() {
        assertThatThrownBy(() -> Shape.text(null)).isInstanceOf(NullPointerException.class).hasMessage("value");
        assertThatThrownBy(() -> Shape.group(null)).isInstanceOf(NullPointerException.class).hasMessage("value");
        List<Color> palette = new ArrayList<>(List.of(Color.RED));
        Shape shape = Shape.palettes(Map.of("p", palette));
        palette.add(Color.GREEN);
        assertThat(shape).isEqualTo(Shape.palettes(Map.of("p", List.of(Color.RED))));
    }

    public static void readsAMemberThatItDoesNotKnowAndDoesNotWriteIt() {
        for (NewerShape newer : List.of(NewerShape.added("x"), NewerShape.more(Map.of(1, List.of("y"))))) {
            int id = newer instanceof NewerShape.Added ? 8 : 9;
            Shape read = read(Shape.CODEC, write(NewerShape.CODEC, newer));
            assertThat(read).isEqualTo(new Shape.Unknown(id)).hasToString("Unknown[id=" + id + "]");
            assertThat(read.member()).isEqualTo(Shape.Member.UNKNOWN);
            assertThatThrownBy(() -> write(Shape.CODEC, read)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Shape: member " + id + " is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)");
        }
    }

    public static void takesAMemberOfAnotherTypeForOneThatItDoesNotKnow() {
        assertThat(read(Shape.CODEC, write(OtherTypes.CODEC, OtherTypes.circle("round")))).isEqualTo(new Shape.Unknown(1));
        assertThat(read(Shape.CODEC, write(OtherTypes.CODEC, OtherTypes.group(List.of(1))))).isEqualTo(new Shape.Unknown(2));
        // Of a list in the map, as in a struct: it counts as empty.
        assertThat(read(Shape.CODEC, write(OtherTypes.CODEC, OtherTypes.palettes(Map.of("p", List.of(1L))))))
                .isEqualTo(Shape.palettes(Map.of("p", List.of())));
    }

    public static void refusesAUnionOfNothing() {
        assertThatThrownBy(() -> Shape.CODEC.read(new BinaryReader().reset(write(Loose.CODEC, Loose.builder().build()))))
                .isInstanceOf(VoloException.class).hasMessage("Shape: no member (expected: one)");
    }

    public static void refusesASecondMember() {
        Map<Loose, String> wrong = Map.of(
                Loose.builder().circle(1.0).text("t").build(), "Shape: second member 'text' beside 'circle' (expected: one)",
                Loose.builder().circle(1.0).later(1).build(), "Shape: second member 12 beside 'circle' (expected: one)");
        wrong.forEach((loose, message) -> assertThatThrownBy(
                () -> Shape.CODEC.read(new CompactReader().reset(compact(loose))))
                .isInstanceOf(VoloException.class).hasMessage(message));
        ByteBuf twice = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(twice);
        out.structBegin();
        out.writeBoolField(0x02_0007, true);
        out.writeBoolField(0x02_0007, false);
        out.structEnd();
        assertThatThrownBy(() -> Shape.CODEC.read(new BinaryReader().reset(twice)))
                .hasMessage("Shape: second member 'visible' beside 'visible' (expected: one)");
    }

    private static ByteBuf compact(Loose loose) {
        ByteBuf buffer = Unpooled.buffer();
        Loose.CODEC.write(new CompactWriter().reset(buffer), loose);
        return buffer;
    }

    public static void hasNoMemberThatCouldBeWrittenIfItIsEmpty() {
        ByteBuf some = write(Loose.CODEC, Loose.builder().text("x").build());
        assertThat(read(Nothing.CODEC, some)).isEqualTo(new Nothing.Unknown(3));
        assertThat(Nothing.Member.values()).containsExactly(Nothing.Member.UNKNOWN);
    }

    public static void isAConstant() {
        assertThat(DrawingConstants.UNIT).isEqualTo(Shape.circle(1));
        assertThat(MoreConstants.FIGURES).containsExactly(Shape.text("a"),
                Shape.group(List.of(Shape.circle(1), Shape.palettes(Map.of("p", List.of(Color.RED))))));
        assertThat(MoreConstants.BY_SHAPE).containsEntry(Shape.visible(true), "yes").containsEntry(Shape.circle(0), "no");
    }

    public static void mayBeNamedLikeWhatIsNestedInIt() {
        assertThat(again(Codec_.CODEC, Codec_.codec(1))).isEqualTo(new Codec_.Codec__(1));
        assertThat(again(Member_.CODEC, Member_.member(1))).isEqualTo(new Member_.Member__(1));
        assertThat(again(Member_.CODEC, Member_.string("s"))).isEqualTo(new Member_.String("s"));
        assertThat(again(Member_.CODEC, Member_.list(List.of("l")))).isEqualTo(new Member_.List(List.of("l")));
        assertThat(again(Unknown_.CODEC, Unknown_.unknown(1)).member()).isEqualTo(Unknown_.Member.UNKNOWN_);
        assertThat(again(Names.CODEC, Names.__(5)).member()).isEqualTo(Names.Member.__);
        assertThat(again(Names.CODEC, Names.class_(5)).member()).isEqualTo(Names.Member.CLASS);
        assertThat(again(Names.CODEC, Names.names(5))).isEqualTo(new Names.Names_(5));
        assertThat(again(Names.CODEC, Names.firstName(5))).isNotEqualTo(Names.firstName_(5));
        assertThat(again(Names.CODEC, Names.immutableSet(Set.of(5L)))).isEqualTo(new Names.ImmutableSet(Set.of(5L)));
    }
}
