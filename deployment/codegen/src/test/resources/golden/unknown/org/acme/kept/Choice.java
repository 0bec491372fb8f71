package org.acme.kept;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.FieldKeeper;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.UnknownFields;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public sealed interface Choice {

    /** Reads and writes it. */
    StructCodec<Choice> CODEC = new Codec();

    /** Tells which member it is, for a {@code switch}. */
    Member member();

    /** A {@link Item}. */
    static Choice item(org.acme.kept.Item value) {
        return new Item(value);
    }

    /** A {@link Color}. */
    static Choice color(org.acme.kept.Color value) {
        return new Color(value);
    }

    /** A {@link Colors}. */
    static Choice colors(List<org.acme.kept.Color> value) {
        return new Colors(value);
    }

    /** The member {@code item}. */
    record Item(org.acme.kept.Item value) implements Choice {

        public Item {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Member member() {
            return Member.ITEM;
        }
    }

    /** The member {@code color}. */
    record Color(org.acme.kept.Color value, UnknownFields unknownFields) implements Choice {

        public Color {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(unknownFields, "unknownFields");
            unknownFields = unknownFields.whereStill(0x08_0002, value);
        }

        /** Without unknown fields. */
        public Color(org.acme.kept.Color value) {
            this(value, UnknownFields.NONE);
        }

        @Override
        public Member member() {
            return Member.COLOR;
        }

        @Override
        public String toString() {
            return "Color[value=" + value + "]";
        }
    }

    /** The member {@code colors}. */
    record Colors(List<org.acme.kept.Color> value, UnknownFields unknownFields) implements Choice {

        public Colors {
            value = ImmutableList.copyOf(Objects.requireNonNull(value, "value"));
            Objects.requireNonNull(unknownFields, "unknownFields");
            unknownFields = unknownFields.whereStill(0x0F_0003, value);
        }

        /** Without unknown fields. */
        public Colors(List<org.acme.kept.Color> value) {
            this(value, UnknownFields.NONE);
        }

        @Override
        public Member member() {
            return Member.COLORS;
        }

        @Override
        public String toString() {
            return "Colors[value=" + value + "]";
        }
    }

    /**
     * A member that the IDL does not name, or one of another type.
     *
     * @param id what tells it in a message
     */
    record Unknown(int id, UnknownFields unknownFields) implements Choice {

        public Unknown {
            Objects.requireNonNull(unknownFields, "unknownFields");
        }

        /** Without unknown fields. */
        public Unknown(int id) {
            this(id, UnknownFields.NONE);
        }

        @Override
        public Member member() {
            return Member.UNKNOWN;
        }

        @Override
        public String toString() {
            return "Unknown[id=" + id + "]";
        }
    }

    /** The members of a {@link Choice}. */
    enum Member {
        ITEM,
        COLOR,
        COLORS,
        /** Stands for every member that the IDL does not name. */
        UNKNOWN
    }

    /** Is used as {@link #CODEC}. */
    final class Codec implements StructCodec<Choice> {

        private Codec() {
        }

        @Override
        public String name() {
            return "Choice";
        }

        @Override
        public StructDescriptor descriptor() {
            return KeptIdl.FILE.struct("Choice");
        }

        @Override
        public Choice read(ThriftReader in) {
            Choice value = null;
            int first = 0;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                if (value != null) {
                    throw in.secondMember("Choice", nameOf(first), nameOf(field));
                }
                value = readMember(in, field);
                first = field;
            }
            in.structEnd();
            if (value == null) {
                throw in.noMember("Choice");
            }
            return value;
        }

        private static Choice readMember(ThriftReader in, int field) {
            return switch (field) {
                case 0x0C_0001 -> new Item(org.acme.kept.Item.CODEC.read(in)); // 1: Item item
                case 0x08_0002 -> { // 2: Color color
                    FieldKeeper keeper = new FieldKeeper(in);
                    keeper.begin();
                    org.acme.kept.Color read = readColor(in);
                    keeper.end(field, read);
                    yield new Color(read, keeper.kept());
                }
                case 0x0F_0003 -> { // 3: list<Color> colors
                    FieldKeeper keeper = new FieldKeeper(in);
                    keeper.begin();
                    List<org.acme.kept.Color> read = readListOfColor(in);
                    if (read == null) {
                        keeper.skipped(field);
                        yield new Unknown((short) field, keeper.kept());
                    }
                    keeper.end(field, read);
                    yield new Colors(read, keeper.kept());
                }
                default -> {
                    FieldKeeper keeper = new FieldKeeper(in);
                    keeper.keep(field);
                    yield new Unknown((short) field, keeper.kept());
                }
            };
        }

        @Override
        public void write(ThriftWriter out, Choice value) {
            out.structBegin();
            writeMember(out, value);
            out.structEnd();
        }

        private static void writeMember(ThriftWriter out, Choice value) {
            switch (value.member()) {
                case ITEM -> {
                    out.writeField(0x0C_0001); // 1: Item item
                    org.acme.kept.Item.CODEC.write(out, ((Item) value).value);
                }
                case COLOR -> {
                    if (!out.writeKept(0x08_0002, ((Color) value).unknownFields)) {
                        out.writeI32Field(0x08_0002, number(((Color) value).value, "Choice.color")); // 2: Color color
                    }
                }
                case COLORS -> {
                    if (!out.writeKept(0x0F_0003, ((Colors) value).unknownFields)) {
                        out.writeField(0x0F_0003); // 3: list<Color> colors
                        writeListOfColor(out, ((Colors) value).value, "Choice.colors");
                    }
                }
                default -> writeUnknown(out, (Unknown) value);
            }
        }

        private static void writeUnknown(ThriftWriter out, Unknown value) {
            if (!value.unknownFields.isOnly(value.id)) {
                throw new IllegalArgumentException("Choice: member " + value.id + " is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)");
            }
            out.writeUnknown(value.unknownFields);
        }

        private static String nameOf(int field) {
            return switch ((short) field) {
                case 1 -> "'item'";
                case 2 -> "'color'";
                case 3 -> "'colors'";
                default -> String.valueOf((short) field);
            };
        }

        private static org.acme.kept.Color readColor(ThriftReader in) {
            org.acme.kept.Color value = org.acme.kept.Color.of(in.readI32());
            if (value == org.acme.kept.Color.UNRECOGNIZED) {
                in.unrecognized();
            }
            return value;
        }

        private static @Nullable List<org.acme.kept.Color> readListOfColor(ThriftReader in) {
            int size = in.readListBegin(ThriftType.I32);
            if (size < 0) {
                return null;
            }
            org.acme.kept.Color[] list = new org.acme.kept.Color[size];
            for (int i = 0; i < size; i++) {
                list[i] = readColor(in);
            }
            return ImmutableList.wrap(list);
        }

        private static int number(org.acme.kept.Color value, String place) {
            if (value == org.acme.kept.Color.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }

        private static void writeListOfColor(ThriftWriter out, List<org.acme.kept.Color> list, String place) {
            int size = list.size();
            out.writeListBegin(ThriftType.I32, size);
            for (int i = 0; i < size; i++) {
                out.writeI32(number(list.get(i), place));
            }
        }
    }
}
