package org.acme.types;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;
import org.acme.shared.Color;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One field of each kind.
 * Careful: &lt;b&gt; &amp; &#64;author
 *
 * @param names what it is called
 */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public record Everything(
        boolean flag,
        byte tiny,
        short small,
        int medium,
        long large,
        double real,
        String text,
        Binary bytes,
        UUID id,
        List<String> names,
        Set<Long> numbers,
        Map<String, List<Color>> colors,
        @Nullable Color color,
        @Nullable Inner inner,
        @Nullable Integer maybeNumber,
        long timeout,
        long needed,
        Inner neededInner,
        Inner preset,
        Color tint,
        @Nullable List<List<Color>> palettes) {

    /** Reads and writes it. */
    public static final StructCodec<Everything> CODEC = new Codec();

    private static final List<String> DEFAULT_NAMES = ImmutableList.copyOf(List.<String>of("a", "b"));
    private static final Inner DEFAULT_PRESET = Inner.builder().name("preset").build();

    public Everything {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(id, "id");
        names = ImmutableList.copyOf(Objects.requireNonNull(names, "names"));
        numbers = ImmutableSet.copyOf(Objects.requireNonNull(numbers, "numbers"));
        colors = copyMapOfStringToListOfColor(Objects.requireNonNull(colors, "colors"));
        Objects.requireNonNull(neededInner, "neededInner");
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(tint, "tint");
        palettes = palettes == null ? null : copyListOfListOfColor(palettes);
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
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

    private static List<List<Color>> copyListOfListOfColor(List<List<Color>> from) {
        if (from instanceof ImmutableList<?>) {
            return from;
        }
        ImmutableList.Builder<List<Color>> copy = ImmutableList.builder(from.size());
        for (List<Color> element : from) {
            copy.add(ImmutableList.copyOf(element));
        }
        return copy.build();
    }

    /** Gathers the values of a {@link Everything}. Not thread-safe. */
    public static final class Builder {

        private boolean flag;
        private byte tiny;
        private short small;
        private int medium = 4;
        private long large;
        private double real = 1.5;
        private String text = "it's \"text\"";
        private Binary bytes = Binary.EMPTY;
        private UUID id = new UUID(0, 0);
        private List<String> names = DEFAULT_NAMES;
        private Set<Long> numbers = ImmutableSet.of();
        private Map<String, List<Color>> colors = ImmutableMap.of();
        private @Nullable Color color;
        private @Nullable Inner inner;
        private @Nullable Integer maybeNumber;
        private long timeout = 1000L;
        private @Nullable Long needed;
        private @Nullable Inner neededInner;
        private Inner preset = DEFAULT_PRESET;
        private Color tint = Color.GREEN;
        private @Nullable List<List<Color>> palettes;

        private Builder() {
        }

        private Builder(Everything from) {
            this.flag = from.flag;
            this.tiny = from.tiny;
            this.small = from.small;
            this.medium = from.medium;
            this.large = from.large;
            this.real = from.real;
            this.text = from.text;
            this.bytes = from.bytes;
            this.id = from.id;
            this.names = from.names;
            this.numbers = from.numbers;
            this.colors = from.colors;
            this.color = from.color;
            this.inner = from.inner;
            this.maybeNumber = from.maybeNumber;
            this.timeout = from.timeout;
            this.needed = from.needed;
            this.neededInner = from.neededInner;
            this.preset = from.preset;
            this.tint = from.tint;
            this.palettes = from.palettes;
        }

        public Builder flag(boolean flag) {
            this.flag = flag;
            return this;
        }

        public Builder tiny(byte tiny) {
            this.tiny = tiny;
            return this;
        }

        public Builder small(short small) {
            this.small = small;
            return this;
        }

        public Builder medium(int medium) {
            this.medium = medium;
            return this;
        }

        public Builder large(long large) {
            this.large = large;
            return this;
        }

        public Builder real(double real) {
            this.real = real;
            return this;
        }

        public Builder text(String text) {
            this.text = text;
            return this;
        }

        public Builder bytes(Binary bytes) {
            this.bytes = bytes;
            return this;
        }

        public Builder id(UUID id) {
            this.id = id;
            return this;
        }

        /** what it is called */
        public Builder names(List<String> names) {
            this.names = names;
            return this;
        }

        public Builder numbers(Set<Long> numbers) {
            this.numbers = numbers;
            return this;
        }

        public Builder colors(Map<String, List<Color>> colors) {
            this.colors = colors;
            return this;
        }

        public Builder color(@Nullable Color color) {
            this.color = color;
            return this;
        }

        public Builder inner(@Nullable Inner inner) {
            this.inner = inner;
            return this;
        }

        public Builder maybeNumber(@Nullable Integer maybeNumber) {
            this.maybeNumber = maybeNumber;
            return this;
        }

        public Builder timeout(long timeout) {
            this.timeout = timeout;
            return this;
        }

        public Builder needed(long needed) {
            this.needed = needed;
            return this;
        }

        public Builder neededInner(Inner neededInner) {
            this.neededInner = neededInner;
            return this;
        }

        public Builder preset(Inner preset) {
            this.preset = preset;
            return this;
        }

        public Builder tint(Color tint) {
            this.tint = tint;
            return this;
        }

        public Builder palettes(@Nullable List<List<Color>> palettes) {
            this.palettes = palettes;
            return this;
        }

        /**
         * A {@link Everything} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public Everything build() {
            if (needed == null) {
                throw new IllegalStateException("Everything.needed: required and not set");
            }
            if (neededInner == null) {
                throw new IllegalStateException("Everything.needed_inner: required and not set");
            }
            return new Everything(
                    flag,
                    tiny,
                    small,
                    medium,
                    large,
                    real,
                    text,
                    bytes,
                    id,
                    names,
                    numbers,
                    colors,
                    color,
                    inner,
                    maybeNumber,
                    timeout,
                    needed,
                    neededInner,
                    preset,
                    tint,
                    palettes);
        }
    }

    private static final class Codec implements StructCodec<Everything> {

        @Override
        public String name() {
            return "Everything";
        }

        @Override
        public StructDescriptor descriptor() {
            return EverythingIdl.FILE.struct("Everything");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Everything read(ThriftReader in) {
            boolean flag = false;
            byte tiny = 0;
            short small = 0;
            int medium = 4;
            long large = 0;
            double real = 1.5;
            String text = "it's \"text\"";
            Binary bytes = Binary.EMPTY;
            UUID id = new UUID(0, 0);
            List<String> names = DEFAULT_NAMES;
            Set<Long> numbers = ImmutableSet.of();
            Map<String, List<Color>> colors = ImmutableMap.of();
            Color color = null;
            Inner inner = null;
            Integer maybeNumber = null;
            long timeout = 1000L;
            long needed = 0;
            boolean needed_read = false;
            Inner neededInner = null;
            Inner preset = DEFAULT_PRESET;
            Color tint = Color.GREEN;
            List<List<Color>> palettes = null;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x02_0001: { // 1: bool flag
                        flag = in.readBool();
                        field = in.readField();
                        if (field != 0x03_0002) {
                            break;
                        }
                    } // fall through
                    case 0x03_0002: { // 2: byte tiny
                        tiny = in.readByte();
                        field = in.readField();
                        if (field != 0x06_0003) {
                            break;
                        }
                    } // fall through
                    case 0x06_0003: { // 3: i16 small
                        small = in.readI16();
                        field = in.readField();
                        if (field != 0x08_0004) {
                            break;
                        }
                    } // fall through
                    case 0x08_0004: { // 4: i32 medium
                        medium = in.readI32();
                        field = in.readField();
                        if (field != 0x0A_0005) {
                            break;
                        }
                    } // fall through
                    case 0x0A_0005: { // 5: i64 large
                        large = in.readI64();
                        field = in.readField();
                        if (field != 0x04_0006) {
                            break;
                        }
                    } // fall through
                    case 0x04_0006: { // 6: double real
                        real = in.readDouble();
                        field = in.readField();
                        if (field != 0x0B_0007) {
                            break;
                        }
                    } // fall through
                    case 0x0B_0007: { // 7: string text
                        text = in.readString();
                        field = in.readField();
                        if (field != 0x0B_0008) {
                            break;
                        }
                    } // fall through
                    case 0x0B_0008: { // 8: binary bytes
                        bytes = in.readBinary();
                        field = in.readField();
                        if (field != 0x10_0009) {
                            break;
                        }
                    } // fall through
                    case 0x10_0009: { // 9: uuid id
                        id = in.readUuid();
                        field = in.readField();
                        if (field != 0x0F_000A) {
                            break;
                        }
                    } // fall through
                    case 0x0F_000A: { // 10: list<string> names
                        List<String> read = readListOfString(in);
                        if (read != null) {
                            names = read;
                        }
                        field = in.readField();
                        if (field != 0x0E_000B) {
                            break;
                        }
                    } // fall through
                    case 0x0E_000B: { // 11: set<i64> numbers
                        Set<Long> read = readSetOfI64(in);
                        if (read != null) {
                            numbers = read;
                        }
                        field = in.readField();
                        if (field != 0x0D_000C) {
                            break;
                        }
                    } // fall through
                    case 0x0D_000C: { // 12: map<string, list<Color>> colors
                        Map<String, List<Color>> read = readMapOfStringToListOfColor(in);
                        if (read != null) {
                            colors = read;
                        }
                        field = in.readField();
                        if (field != 0x08_000D) {
                            break;
                        }
                    } // fall through
                    case 0x08_000D: { // 13: Color color
                        color = Color.of(in.readI32());
                        field = in.readField();
                        if (field != 0x0C_000E) {
                            break;
                        }
                    } // fall through
                    case 0x0C_000E: { // 14: Inner inner
                        inner = Inner.CODEC.read(in);
                        field = in.readField();
                        if (field != 0x08_000F) {
                            break;
                        }
                    } // fall through
                    case 0x08_000F: { // 15: i32 maybe_number
                        maybeNumber = in.readI32();
                        field = in.readField();
                        if (field != 0x0A_0010) {
                            break;
                        }
                    } // fall through
                    case 0x0A_0010: { // 16: i64 timeout
                        timeout = in.readI64();
                        field = in.readField();
                        if (field != 0x0A_0011) {
                            break;
                        }
                    } // fall through
                    case 0x0A_0011: { // 17: i64 needed
                        needed = in.readI64();
                        needed_read = true;
                        field = in.readField();
                        if (field != 0x0C_0012) {
                            break;
                        }
                    } // fall through
                    case 0x0C_0012: { // 18: Inner needed_inner
                        neededInner = Inner.CODEC.read(in);
                        field = in.readField();
                        if (field != 0x0C_0013) {
                            break;
                        }
                    } // fall through
                    case 0x0C_0013: { // 19: Inner preset
                        preset = Inner.CODEC.read(in);
                        field = in.readField();
                        if (field != 0x08_0014) {
                            break;
                        }
                    } // fall through
                    case 0x08_0014: { // 20: Color tint
                        tint = Color.of(in.readI32());
                        field = in.readField();
                        if (field != 0x0F_0015) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0015: { // 21: list<list<Color>> palettes
                        List<List<Color>> read = readListOfListOfColor(in);
                        if (read != null) {
                            palettes = read;
                        }
                        field = in.readField();
                        break;
                    }
                    default: {
                        in.skipField(field);
                        field = in.readField();
                    }
                }
            }
            in.structEnd();
            if (!needed_read) {
                throw in.missing("Everything", "needed");
            }
            if (neededInner == null) {
                throw in.missing("Everything", "needed_inner");
            }
            return new Everything(
                    flag,
                    tiny,
                    small,
                    medium,
                    large,
                    real,
                    text,
                    bytes,
                    id,
                    names,
                    numbers,
                    colors,
                    color,
                    inner,
                    maybeNumber,
                    timeout,
                    needed,
                    neededInner,
                    preset,
                    tint,
                    palettes);
        }

        @Override
        public void write(ThriftWriter out, Everything value) {
            out.structBegin();
            out.writeBoolField(0x02_0001, value.flag); // 1: bool flag
            out.writeByteField(0x03_0002, value.tiny); // 2: byte tiny
            out.writeI16Field(0x06_0003, value.small); // 3: i16 small
            out.writeI32Field(0x08_0004, value.medium); // 4: i32 medium
            out.writeI64Field(0x0A_0005, value.large); // 5: i64 large
            out.writeDoubleField(0x04_0006, value.real); // 6: double real
            out.writeStringField(0x0B_0007, value.text); // 7: string text
            out.writeBinaryField(0x0B_0008, value.bytes); // 8: binary bytes
            out.writeUuidField(0x10_0009, value.id); // 9: uuid id
            out.writeField(0x0F_000A); // 10: list<string> names
            writeListOfString(out, value.names);
            out.writeField(0x0E_000B); // 11: set<i64> numbers
            writeSetOfI64(out, value.numbers);
            out.writeField(0x0D_000C); // 12: map<string, list<Color>> colors
            writeMapOfStringToListOfColor(out, value.colors, "Everything.colors");
            if (value.color != null) {
                out.writeI32Field(0x08_000D, number(value.color, "Everything.color")); // 13: Color color
            }
            if (value.inner != null) {
                out.writeField(0x0C_000E); // 14: Inner inner
                Inner.CODEC.write(out, value.inner);
            }
            if (value.maybeNumber != null) {
                out.writeI32Field(0x08_000F, value.maybeNumber); // 15: i32 maybe_number
            }
            out.writeI64Field(0x0A_0010, value.timeout); // 16: i64 timeout
            out.writeI64Field(0x0A_0011, value.needed); // 17: i64 needed
            out.writeField(0x0C_0012); // 18: Inner needed_inner
            Inner.CODEC.write(out, value.neededInner);
            out.writeField(0x0C_0013); // 19: Inner preset
            Inner.CODEC.write(out, value.preset);
            out.writeI32Field(0x08_0014, number(value.tint, "Everything.tint")); // 20: Color tint
            if (value.palettes != null) {
                out.writeField(0x0F_0015); // 21: list<list<Color>> palettes
                writeListOfListOfColor(out, value.palettes, "Everything.palettes");
            }
            out.structEnd();
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

        private static @Nullable Set<Long> readSetOfI64(ThriftReader in) {
            int size = in.readSetBegin(ThriftType.I64);
            if (size < 0) {
                return null;
            }
            ImmutableSet.Builder<Long> set = ImmutableSet.builder(size);
            for (int i = 0; i < size; i++) {
                set.add(in.readI64());
            }
            return set.build();
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

        private static @Nullable List<List<Color>> readListOfListOfColor(ThriftReader in) {
            int size = in.readListBegin(ThriftType.LIST);
            if (size < 0) {
                return null;
            }
            ImmutableList.Builder<List<Color>> list = ImmutableList.builder(size);
            for (int i = 0; i < size; i++) {
                list.add(orEmpty(readListOfColor(in)));
            }
            return list.build();
        }

        private static void writeListOfString(ThriftWriter out, List<String> list) {
            int size = list.size();
            out.writeListBegin(ThriftType.STRING, size);
            for (int i = 0; i < size; i++) {
                out.writeString(list.get(i));
            }
        }

        private static void writeSetOfI64(ThriftWriter out, Set<Long> set) {
            out.writeSetBegin(ThriftType.I64, set.size());
            for (long element : set) {
                out.writeI64(element);
            }
        }

        private static void writeMapOfStringToListOfColor(ThriftWriter out, Map<String, List<Color>> map, String place) {
            out.writeMapBegin(ThriftType.STRING, ThriftType.LIST, map.size());
            for (Map.Entry<String, List<Color>> entry : map.entrySet()) {
                out.writeString(entry.getKey());
                writeListOfColor(out, entry.getValue(), place);
            }
        }

        private static int number(Color value, String place) {
            if (value == Color.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }

        private static void writeListOfListOfColor(ThriftWriter out, List<List<Color>> list, String place) {
            int size = list.size();
            out.writeListBegin(ThriftType.LIST, size);
            for (int i = 0; i < size; i++) {
                writeListOfColor(out, list.get(i), place);
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
