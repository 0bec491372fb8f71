package org.acme.kept;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.FieldKeeper;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableSet;
import io.quarkiverse.volo.thrift.value.UnknownFields;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public record Item(
        String name,
        @Nullable Color color,
        Set<Color> colors,
        @Nullable List<String> notes,
        UnknownFields unknownFields) {

    /** Reads and writes it. */
    public static final StructCodec<Item> CODEC = new Codec();

    public Item {
        Objects.requireNonNull(name, "name");
        colors = ImmutableSet.copyOf(Objects.requireNonNull(colors, "colors"));
        notes = notes == null ? null : ImmutableList.copyOf(notes);
        Objects.requireNonNull(unknownFields, "unknownFields");
        unknownFields = unknownFields.whereStill(0x08_0002, color);
        unknownFields = unknownFields.whereStill(0x0E_0003, colors);
        unknownFields = unknownFields.whereStill(0x0F_0004, notes);
    }

    /** Without unknown fields. */
    public Item(String name, @Nullable Color color, Set<Color> colors, @Nullable List<String> notes) {
        this(name, color, colors, notes, UnknownFields.NONE);
    }

    @Override
    public String toString() {
        return "Item[name=" + name + ", color=" + color + ", colors=" + colors + ", notes=" + notes + "]";
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Item}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable Color color;
        private Set<Color> colors = ImmutableSet.of();
        private @Nullable List<String> notes;
        private UnknownFields unknownFields = UnknownFields.NONE;

        private Builder() {
        }

        private Builder(Item from) {
            this.name = from.name;
            this.color = from.color;
            this.colors = from.colors;
            this.notes = from.notes;
            this.unknownFields = from.unknownFields;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder color(@Nullable Color color) {
            this.color = color;
            return this;
        }

        public Builder colors(Set<Color> colors) {
            this.colors = colors;
            return this;
        }

        public Builder notes(@Nullable List<String> notes) {
            this.notes = notes;
            return this;
        }

        /** What was read and the IDL does not name; written again. */
        public Builder unknownFields(UnknownFields unknownFields) {
            this.unknownFields = unknownFields;
            return this;
        }

        /**
         * A {@link Item} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public Item build() {
            if (name == null) {
                throw new IllegalStateException("Item.name: required and not set");
            }
            return new Item(name, color, colors, notes, unknownFields);
        }
    }

    private static final class Codec implements StructCodec<Item> {

        @Override
        public String name() {
            return "Item";
        }

        @Override
        public StructDescriptor descriptor() {
            return KeptIdl.FILE.struct("Item");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Item read(ThriftReader in) {
            String name = null;
            Color color = null;
            Set<Color> colors = ImmutableSet.of();
            List<String> notes = null;
            in.structBegin();
            FieldKeeper keeper = new FieldKeeper(in);
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0B_0001: { // 1: string name
                        name = in.readString();
                        field = in.readField();
                        if (field != 0x08_0002) {
                            break;
                        }
                    } // fall through
                    case 0x08_0002: { // 2: Color color
                        keeper.begin();
                        color = readColor(in);
                        keeper.end(field, color);
                        field = in.readField();
                        if (field != 0x0E_0003) {
                            break;
                        }
                    } // fall through
                    case 0x0E_0003: { // 3: set<Color> colors
                        keeper.begin();
                        Set<Color> read = readSetOfColor(in);
                        if (read != null) {
                            colors = read;
                        }
                        keeper.end(field, colors);
                        field = in.readField();
                        if (field != 0x0F_0004) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0004: { // 4: list<string> notes
                        keeper.begin();
                        List<String> read = readListOfString(in);
                        if (read != null) {
                            notes = read;
                        }
                        keeper.end(field, notes);
                        field = in.readField();
                        break;
                    }
                    default: {
                        keeper.keep(field);
                        field = in.readField();
                    }
                }
            }
            in.structEnd();
            if (name == null) {
                throw in.missing("Item", "name");
            }
            return new Item(name, color, colors, notes, keeper.kept());
        }

        @Override
        public void write(ThriftWriter out, Item value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.name); // 1: string name
            if (!out.writeKept(0x08_0002, value.unknownFields)) {
                if (value.color != null) {
                    out.writeI32Field(0x08_0002, number(value.color, "Item.color")); // 2: Color color
                }
            }
            if (!out.writeKept(0x0E_0003, value.unknownFields)) {
                out.writeField(0x0E_0003); // 3: set<Color> colors
                writeSetOfColor(out, value.colors, "Item.colors");
            }
            if (!out.writeKept(0x0F_0004, value.unknownFields)) {
                if (value.notes != null) {
                    out.writeField(0x0F_0004); // 4: list<string> notes
                    writeListOfString(out, value.notes);
                }
            }
            out.writeUnknown(value.unknownFields);
            out.structEnd();
        }

        private static Color readColor(ThriftReader in) {
            Color value = Color.of(in.readI32());
            if (value == Color.UNRECOGNIZED) {
                in.unrecognized();
            }
            return value;
        }

        private static @Nullable Set<Color> readSetOfColor(ThriftReader in) {
            int size = in.readSetBegin(ThriftType.I32);
            if (size < 0) {
                return null;
            }
            ImmutableSet.Builder<Color> set = ImmutableSet.builder(size);
            for (int i = 0; i < size; i++) {
                set.add(readColor(in));
            }
            return set.build();
        }

        private static @Nullable List<String> readListOfString(ThriftReader in) {
            int size = in.readListBegin(ThriftType.STRING);
            if (size < 0) {
                return null;
            }
            String[] list = new String[size];
            for (int i = 0; i < size; i++) {
                list[i] = in.readString();
            }
            return ImmutableList.wrap(list);
        }

        private static int number(Color value, String place) {
            if (value == Color.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }

        private static void writeSetOfColor(ThriftWriter out, Set<Color> set, String place) {
            out.writeSetBegin(ThriftType.I32, set.size());
            for (Color element : set) {
                out.writeI32(number(element, place));
            }
        }

        private static void writeListOfString(ThriftWriter out, List<String> list) {
            int size = list.size();
            out.writeListBegin(ThriftType.STRING, size);
            for (int i = 0; i < size; i++) {
                out.writeString(list.get(i));
            }
        }
    }
}
