package org.acme.drawing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What can be drawn: exactly one of these. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public sealed interface Shape {

    /** Reads and writes it. */
    StructCodec<Shape> CODEC = new Codec();

    /** Tells which member it is, for a {@code switch}. */
    Member member();

    /** A {@link Circle}. */
    static Shape circle(double value) {
        return new Circle(value);
    }

    /** A {@link Group}. */
    static Shape group(List<Shape> value) {
        return new Group(value);
    }

    /** A {@link Text}. */
    static Shape text(String value) {
        return new Text(value);
    }

    /** A {@link Fill}. */
    static Shape fill(Color value) {
        return new Fill(value);
    }

    /** A {@link Palettes}. */
    static Shape palettes(Map<String, List<Color>> value) {
        return new Palettes(value);
    }

    /** A {@link Visible}. */
    static Shape visible(boolean value) {
        return new Visible(value);
    }

    /** Its radius. */
    record Circle(double value) implements Shape {

        @Override
        public Member member() {
            return Member.CIRCLE;
        }
    }

    /** may hold others */
    record Group(List<Shape> value) implements Shape {

        public Group {
            value = ImmutableList.copyOf(Objects.requireNonNull(value, "value"));
        }

        @Override
        public Member member() {
            return Member.GROUP;
        }
    }

    /** The member {@code text}. */
    record Text(String value) implements Shape {

        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Member member() {
            return Member.TEXT;
        }
    }

    /** The member {@code fill}. */
    record Fill(Color value) implements Shape {

        public Fill {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Member member() {
            return Member.FILL;
        }
    }

    /** The member {@code palettes}. */
    record Palettes(Map<String, List<Color>> value) implements Shape {

        public Palettes {
            value = copyMapOfStringToListOfColor(Objects.requireNonNull(value, "value"));
        }

        private static Map<String, List<Color>> copyMapOfStringToListOfColor(Map<String, List<Color>> from) {
            if (from instanceof ImmutableMap<?, ?>) {
                return from;
            }
            ImmutableMap.Builder<String, List<Color>> copy = ImmutableMap.builder(from.size());
            for (Map.Entry<String, List<Color>> entry : from.entrySet()) {
                copy.put(entry.getKey(), ImmutableList.copyOf(entry.getValue()));
            }
            return copy.build();
        }

        @Override
        public Member member() {
            return Member.PALETTES;
        }
    }

    /** The member {@code visible}. */
    record Visible(boolean value) implements Shape {

        @Override
        public Member member() {
            return Member.VISIBLE;
        }
    }

    /**
     * A member that the IDL does not name, or one of another type; it can be read, but not be written.
     *
     * @param id what tells it in a message
     */
    record Unknown(int id) implements Shape {

        @Override
        public Member member() {
            return Member.UNKNOWN;
        }
    }

    /** The members of a {@link Shape}. */
    enum Member {
        CIRCLE,
        GROUP,
        TEXT,
        FILL,
        PALETTES,
        VISIBLE,
        /** Stands for every member that the IDL does not name. */
        UNKNOWN
    }

    /** Is used as {@link #CODEC}. */
    final class Codec implements StructCodec<Shape> {

        private Codec() {
        }

        @Override
        public String name() {
            return "Shape";
        }

        @Override
        public StructDescriptor descriptor() {
            return DrawingIdl.FILE.struct("Shape");
        }

        @Override
        public Shape read(ThriftReader in) {
            Shape value = null;
            int first = 0;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                if (value != null) {
                    throw in.secondMember("Shape", nameOf(first), nameOf(field));
                }
                value = readMember(in, field);
                first = field;
            }
            in.structEnd();
            if (value == null) {
                throw in.noMember("Shape");
            }
            return value;
        }

        private static Shape readMember(ThriftReader in, int field) {
            return switch (field) {
                case 0x04_0001 -> new Circle(in.readDouble()); // 1: double circle
                case 0x0F_0002 -> { // 2: list<Shape> group
                    List<Shape> read = readListOfShape(in);
                    yield read == null ? new Unknown((short) field) : new Group(read);
                }
                case 0x0B_0003 -> new Text(in.readString()); // 3: string text
                case 0x08_0004 -> new Fill(Color.of(in.readI32())); // 4: Color fill
                case 0x0D_0005 -> { // 5: map<string, list<Color>> palettes
                    Map<String, List<Color>> read = readMapOfStringToListOfColor(in);
                    yield read == null ? new Unknown((short) field) : new Palettes(read);
                }
                case 0x02_0007 -> new Visible(in.readBool()); // 7: bool visible
                default -> {
                    in.skipField(field);
                    yield new Unknown((short) field);
                }
            };
        }

        @Override
        public void write(ThriftWriter out, Shape value) {
            out.structBegin();
            writeMember(out, value);
            out.structEnd();
        }

        private static void writeMember(ThriftWriter out, Shape value) {
            switch (value.member()) {
                case CIRCLE -> {
                    out.writeDoubleField(0x04_0001, ((Circle) value).value); // 1: double circle
                }
                case GROUP -> {
                    out.writeField(0x0F_0002); // 2: list<Shape> group
                    writeListOfShape(out, ((Group) value).value);
                }
                case TEXT -> {
                    out.writeStringField(0x0B_0003, ((Text) value).value); // 3: string text
                }
                case FILL -> {
                    out.writeI32Field(0x08_0004, number(((Fill) value).value, "Shape.fill")); // 4: Color fill
                }
                case PALETTES -> {
                    out.writeField(0x0D_0005); // 5: map<string, list<Color>> palettes
                    writeMapOfStringToListOfColor(out, ((Palettes) value).value, "Shape.palettes");
                }
                case VISIBLE -> {
                    out.writeBoolField(0x02_0007, ((Visible) value).value); // 7: bool visible
                }
                default -> throw new IllegalArgumentException("Shape: member " + ((Unknown) value).id + " is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)");
            }
        }

        private static String nameOf(int field) {
            return switch ((short) field) {
                case 1 -> "'circle'";
                case 2 -> "'group'";
                case 3 -> "'text'";
                case 4 -> "'fill'";
                case 5 -> "'palettes'";
                case 7 -> "'visible'";
                default -> String.valueOf((short) field);
            };
        }

        private static @Nullable List<Shape> readListOfShape(ThriftReader in) {
            int size = in.readListBegin(ThriftType.STRUCT);
            if (size < 0) {
                return null;
            }
            ImmutableList.Builder<Shape> list = ImmutableList.builder(size);
            for (int i = 0; i < size; i++) {
                list.add(Shape.CODEC.read(in));
            }
            return list.build();
        }

        private static @Nullable Map<String, List<Color>> readMapOfStringToListOfColor(ThriftReader in) {
            int size = in.readMapBegin(ThriftType.STRING, ThriftType.LIST);
            if (size < 0) {
                return null;
            }
            ImmutableMap.Builder<String, List<Color>> map = ImmutableMap.builder(size);
            for (int i = 0; i < size; i++) {
                map.put(in.readString(), orEmpty(readListOfColor(in)));
            }
            return map.build();
        }

        private static void writeListOfShape(ThriftWriter out, List<Shape> list) {
            int size = list.size();
            out.writeListBegin(ThriftType.STRUCT, size);
            for (int i = 0; i < size; i++) {
                Shape.CODEC.write(out, list.get(i));
            }
        }

        private static int number(Color value, String place) {
            if (value == Color.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }

        private static void writeMapOfStringToListOfColor(ThriftWriter out, Map<String, List<Color>> map, String place) {
            out.writeMapBegin(ThriftType.STRING, ThriftType.LIST, map.size());
            for (Map.Entry<String, List<Color>> entry : map.entrySet()) {
                out.writeString(entry.getKey());
                writeListOfColor(out, entry.getValue(), place);
            }
        }

        private static <T> List<T> orEmpty(@Nullable List<T> read) {
            return read == null ? ImmutableList.of() : read;
        }

        private static @Nullable List<Color> readListOfColor(ThriftReader in) {
            int size = in.readListBegin(ThriftType.I32);
            if (size < 0) {
                return null;
            }
            Color[] list = new Color[size];
            for (int i = 0; i < size; i++) {
                list[i] = Color.of(in.readI32());
            }
            return ImmutableList.wrap(list);
        }

        private static void writeListOfColor(ThriftWriter out, List<Color> list, String place) {
            int size = list.size();
            out.writeListBegin(ThriftType.I32, size);
            for (int i = 0; i < size; i++) {
                out.writeI32(number(list.get(i), place));
            }
        }
    }
}
