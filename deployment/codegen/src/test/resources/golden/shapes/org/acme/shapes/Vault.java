package org.acme.shapes;

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

/** Hides and keeps. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
public record Vault(String code, Credential opener, @Deprecated List<Volume> alarms, UnknownFields unknownFields) {

    /** Reads and writes it. */
    public static final StructCodec<Vault> CODEC = new Codec();

    private static final Credential DEFAULT_OPENER = Credential.number(1);

    public Vault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(opener, "opener");
        alarms = ImmutableList.copyOf(Objects.requireNonNull(alarms, "alarms"));
        Objects.requireNonNull(unknownFields, "unknownFields");
        unknownFields = unknownFields.whereStill(0x0F_0003, alarms);
    }

    /** Without unknown fields. */
    public Vault(String code, Credential opener, List<Volume> alarms) {
        this(code, opener, alarms, UnknownFields.NONE);
    }

    /** As of any record, but with {@code ***} for what is sensitive, also where that is null. */
    @Override
    public String toString() {
        return "Vault[code=***, opener=" + opener + ", alarms=" + alarms + "]";
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Vault}. Not thread-safe. */
    public static final class Builder {

        private String code = "";
        private Credential opener = DEFAULT_OPENER;
        private List<Volume> alarms = ImmutableList.of();
        private UnknownFields unknownFields = UnknownFields.NONE;

        private Builder() {
        }

        private Builder(Vault from) {
            this.code = from.code;
            this.opener = from.opener;
            this.alarms = from.alarms;
            this.unknownFields = from.unknownFields;
        }

        public Builder code(String code) {
            this.code = code;
            return this;
        }

        public Builder opener(Credential opener) {
            this.opener = opener;
            return this;
        }

        @Deprecated
        public Builder alarms(List<Volume> alarms) {
            this.alarms = alarms;
            return this;
        }

        /** What was read and the IDL does not name; written again. */
        public Builder unknownFields(UnknownFields unknownFields) {
            this.unknownFields = unknownFields;
            return this;
        }

        /** A {@link Vault} of the values gathered. */
        public Vault build() {
            return new Vault(code, opener, alarms, unknownFields);
        }
    }

    private static final class Codec implements StructCodec<Vault> {

        @Override
        public String name() {
            return "Vault";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("Vault");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Vault read(ThriftReader in) {
            String code = "";
            Credential opener = DEFAULT_OPENER;
            List<Volume> alarms = ImmutableList.of();
            in.structBegin();
            FieldKeeper keeper = new FieldKeeper(in);
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0B_0001: { // 1: string code
                        code = in.readString();
                        field = in.readField();
                        if (field != 0x0C_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0C_0002: { // 2: credential_v1 opener
                        opener = Credential.CODEC.read(in);
                        field = in.readField();
                        if (field != 0x0F_0003) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0003: { // 3: list<volume> alarms
                        keeper.begin();
                        List<Volume> read = readListOfVolume(in);
                        if (read != null) {
                            alarms = read;
                        }
                        keeper.end(field, alarms);
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
            return new Vault(code, opener, alarms, keeper.kept());
        }

        @Override
        public void write(ThriftWriter out, Vault value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.code); // 1: string code
            out.writeField(0x0C_0002); // 2: credential_v1 opener
            Credential.CODEC.write(out, value.opener);
            if (!out.writeKept(0x0F_0003, value.unknownFields)) {
                out.writeField(0x0F_0003); // 3: list<volume> alarms
                writeListOfVolume(out, value.alarms, "Vault.alarms");
            }
            out.writeUnknown(value.unknownFields);
            out.structEnd();
        }

        private static @Nullable List<Volume> readListOfVolume(ThriftReader in) {
            int size = in.readListBegin(ThriftType.I32);
            if (size < 0) {
                return null;
            }
            Volume[] list = new Volume[size];
            for (int i = 0; i < size; i++) {
                list[i] = readVolume(in);
            }
            return ImmutableList.wrap(list);
        }

        private static void writeListOfVolume(ThriftWriter out, List<Volume> list, String place) {
            int size = list.size();
            out.writeListBegin(ThriftType.I32, size);
            for (int i = 0; i < size; i++) {
                out.writeI32(number(list.get(i), place));
            }
        }

        private static Volume readVolume(ThriftReader in) {
            Volume value = Volume.of(in.readI32());
            if (value == Volume.UNRECOGNIZED) {
                in.unrecognized();
            }
            return value;
        }

        private static int number(Volume value, String place) {
            if (value == Volume.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }
    }
}
