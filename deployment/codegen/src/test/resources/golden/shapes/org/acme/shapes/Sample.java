package org.acme.shapes;

import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.ByteList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param height in metres
 */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
public record Sample(
        String sensorName,
        LongList counts,
        @Nullable DoubleList values,
        IntList codes,
        BooleanList flags,
        Map<String, ShortList> series,
        ByteList raw,
        @Deprecated String unit,
        @Deprecated int height,
        Volume level) {

    /** Reads and writes it. */
    public static final StructCodec<Sample> CODEC = new Codec();

    private static final IntList DEFAULT_CODES = IntList.of(1, 2, 3);

    public Sample {
        Objects.requireNonNull(sensorName, "sensorName");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(flags, "flags");
        series = ImmutableMap.copyOf(Objects.requireNonNull(series, "series"));
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(level, "level");
    }

    /**
     * in metres
     *
     * @deprecated measure &lt;it&gt; yourself
     */
    @Deprecated
    public int height() {
        return height;
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Sample}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String sensorName;
        private LongList counts = LongList.of();
        private @Nullable DoubleList values;
        private IntList codes = DEFAULT_CODES;
        private @Nullable BooleanList flags;
        private Map<String, ShortList> series = ImmutableMap.of();
        private ByteList raw = ByteList.of();
        private String unit = "";
        private int height;
        private Volume level = Volume.LOUD;

        private Builder() {
        }

        private Builder(Sample from) {
            this.sensorName = from.sensorName;
            this.counts = from.counts;
            this.values = from.values;
            this.codes = from.codes;
            this.flags = from.flags;
            this.series = from.series;
            this.raw = from.raw;
            this.unit = from.unit;
            this.height = from.height;
            this.level = from.level;
        }

        public Builder sensorName(String sensorName) {
            this.sensorName = sensorName;
            return this;
        }

        public Builder counts(LongList counts) {
            this.counts = counts;
            return this;
        }

        public Builder counts(long... counts) {
            this.counts = LongList.of(counts);
            return this;
        }

        public Builder values(@Nullable DoubleList values) {
            this.values = values;
            return this;
        }

        public Builder values(double... values) {
            this.values = DoubleList.of(values);
            return this;
        }

        public Builder codes(IntList codes) {
            this.codes = codes;
            return this;
        }

        public Builder codes(int... codes) {
            this.codes = IntList.of(codes);
            return this;
        }

        public Builder flags(BooleanList flags) {
            this.flags = flags;
            return this;
        }

        public Builder flags(boolean... flags) {
            this.flags = BooleanList.of(flags);
            return this;
        }

        public Builder series(Map<String, ShortList> series) {
            this.series = series;
            return this;
        }

        public Builder raw(ByteList raw) {
            this.raw = raw;
            return this;
        }

        public Builder raw(byte... raw) {
            this.raw = ByteList.of(raw);
            return this;
        }

        @Deprecated
        public Builder unit(String unit) {
            this.unit = unit;
            return this;
        }

        /**
         * in metres
         *
         * @deprecated measure &lt;it&gt; yourself
         */
        @Deprecated
        public Builder height(int height) {
            this.height = height;
            return this;
        }

        public Builder level(Volume level) {
            this.level = level;
            return this;
        }

        /**
         * A {@link Sample} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public Sample build() {
            if (sensorName == null) {
                throw new IllegalStateException("sample_v2.sensor: required and not set");
            }
            if (flags == null) {
                throw new IllegalStateException("sample_v2.flags: required and not set");
            }
            return new Sample(sensorName, counts, values, codes, flags, series, raw, unit, height, level);
        }
    }

    private static final class Codec implements StructCodec<Sample> {

        @Override
        public String name() {
            return "sample_v2";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("sample_v2");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Sample read(ThriftReader in) {
            String sensorName = null;
            LongList counts = LongList.of();
            DoubleList values = null;
            IntList codes = DEFAULT_CODES;
            BooleanList flags = null;
            Map<String, ShortList> series = ImmutableMap.of();
            ByteList raw = ByteList.of();
            String unit = "";
            int height = 0;
            Volume level = Volume.LOUD;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0B_0001: { // 1: string sensor
                        sensorName = in.readString();
                        field = in.readField();
                        if (field != 0x0F_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0002: { // 2: list<i64> counts
                        LongList read = in.readLongList();
                        if (read != null) {
                            counts = read;
                        }
                        field = in.readField();
                        if (field != 0x0F_0003) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0003: { // 3: list<double> values
                        DoubleList read = in.readDoubleList();
                        if (read != null) {
                            values = read;
                        }
                        field = in.readField();
                        if (field != 0x0F_0004) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0004: { // 4: list<i32> codes
                        IntList read = in.readIntList();
                        if (read != null) {
                            codes = read;
                        }
                        field = in.readField();
                        if (field != 0x0F_0005) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0005: { // 5: list<bool> flags
                        BooleanList read = in.readBooleanList();
                        if (read != null) {
                            flags = read;
                        }
                        field = in.readField();
                        if (field != 0x0D_0006) {
                            break;
                        }
                    } // fall through
                    case 0x0D_0006: { // 6: map<string, list<i16>> series
                        Map<String, ShortList> read = readMapOfStringToArrayOfI16(in);
                        if (read != null) {
                            series = read;
                        }
                        field = in.readField();
                        if (field != 0x0F_0007) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0007: { // 7: list<byte> raw
                        ByteList read = in.readByteList();
                        if (read != null) {
                            raw = read;
                        }
                        field = in.readField();
                        if (field != 0x0B_0008) {
                            break;
                        }
                    } // fall through
                    case 0x0B_0008: { // 8: string unit
                        unit = in.readString();
                        field = in.readField();
                        if (field != 0x08_0009) {
                            break;
                        }
                    } // fall through
                    case 0x08_0009: { // 9: i32 height
                        height = in.readI32();
                        field = in.readField();
                        if (field != 0x08_000A) {
                            break;
                        }
                    } // fall through
                    case 0x08_000A: { // 10: volume level
                        level = Volume.of(in.readI32());
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
            if (sensorName == null) {
                throw in.missing("sample_v2", "sensor");
            }
            if (flags == null) {
                throw in.missing("sample_v2", "flags");
            }
            return new Sample(sensorName, counts, values, codes, flags, series, raw, unit, height, level);
        }

        @Override
        public void write(ThriftWriter out, Sample value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.sensorName); // 1: string sensor
            out.writeField(0x0F_0002); // 2: list<i64> counts
            out.writeLongList(value.counts);
            if (value.values != null) {
                out.writeField(0x0F_0003); // 3: list<double> values
                out.writeDoubleList(value.values);
            }
            out.writeField(0x0F_0004); // 4: list<i32> codes
            out.writeIntList(value.codes);
            out.writeField(0x0F_0005); // 5: list<bool> flags
            out.writeBooleanList(value.flags);
            out.writeField(0x0D_0006); // 6: map<string, list<i16>> series
            writeMapOfStringToArrayOfI16(out, value.series);
            out.writeField(0x0F_0007); // 7: list<byte> raw
            out.writeByteList(value.raw);
            out.writeStringField(0x0B_0008, value.unit); // 8: string unit
            out.writeI32Field(0x08_0009, value.height); // 9: i32 height
            out.writeI32Field(0x08_000A, number(value.level, "sample_v2.level")); // 10: volume level
            out.structEnd();
        }

        private static @Nullable Map<String, ShortList> readMapOfStringToArrayOfI16(ThriftReader in) {
            int size = in.readMapBegin(ThriftType.STRING, ThriftType.LIST);
            if (size < 0) {
                return null;
            }
            ImmutableMap.Builder<String, ShortList> map = ImmutableMap.builder(size);
            for (int i = 0; i < size; i++) {
                map.put(in.readString(), orEmpty(in.readShortList()));
            }
            return map.build();
        }

        private static void writeMapOfStringToArrayOfI16(ThriftWriter out, Map<String, ShortList> map) {
            out.writeMapBegin(ThriftType.STRING, ThriftType.LIST, map.size());
            for (Map.Entry<String, ShortList> entry : map.entrySet()) {
                out.writeString(entry.getKey());
                out.writeShortList(entry.getValue());
            }
        }

        private static int number(Volume value, String place) {
            if (value == Volume.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }

        private static ShortList orEmpty(@Nullable ShortList read) {
            return read == null ? ShortList.of() : read;
        }
    }
}
