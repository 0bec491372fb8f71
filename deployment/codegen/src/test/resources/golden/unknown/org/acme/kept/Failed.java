package org.acme.kept;

import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.FieldKeeper;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.stub.DeclaredException;
import io.quarkiverse.volo.thrift.value.UnknownFields;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("serial")
public final class Failed extends DeclaredException {

    /** Reads and writes it. */
    public static final StructCodec<Failed> CODEC = new Codec();

    private final String message;
    private final @Nullable Color color;
    private final UnknownFields unknownFields;

    public Failed(String message, @Nullable Color color, UnknownFields unknownFields) {
        super(message);
        this.message = Objects.requireNonNull(message, "message");
        this.color = color;
        Objects.requireNonNull(unknownFields, "unknownFields");
        unknownFields = unknownFields.whereStill(0x08_0002, this.color);
        this.unknownFields = unknownFields;
    }

    /** Without unknown fields. */
    public Failed(String message, @Nullable Color color) {
        this(message, color, UnknownFields.NONE);
    }

    public String message() {
        return message;
    }

    public @Nullable Color color() {
        return color;
    }

    /** What was read of it and the IDL does not name. */
    public UnknownFields unknownFields() {
        return unknownFields;
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Failed}. Not thread-safe. */
    public static final class Builder {

        private String message = "";
        private @Nullable Color color;
        private UnknownFields unknownFields = UnknownFields.NONE;

        private Builder() {
        }

        private Builder(Failed from) {
            this.message = from.message;
            this.color = from.color;
            this.unknownFields = from.unknownFields;
        }

        public Builder message(String message) {
            this.message = message;
            return this;
        }

        public Builder color(@Nullable Color color) {
            this.color = color;
            return this;
        }

        /** What was read and the IDL does not name; written again. */
        public Builder unknownFields(UnknownFields unknownFields) {
            this.unknownFields = unknownFields;
            return this;
        }

        /** A {@link Failed} of the values gathered. */
        public Failed build() {
            return new Failed(message, color, unknownFields);
        }
    }

    private static final class Codec implements StructCodec<Failed> {

        @Override
        public String name() {
            return "Failed";
        }

        @Override
        public StructDescriptor descriptor() {
            return KeptIdl.FILE.struct("Failed");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Failed read(ThriftReader in) {
            String message = "";
            Color color = null;
            in.structBegin();
            FieldKeeper keeper = new FieldKeeper(in);
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0B_0001: { // 1: string message
                        message = in.readString();
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
                        break;
                    }
                    default: {
                        keeper.keep(field);
                        field = in.readField();
                    }
                }
            }
            in.structEnd();
            return new Failed(message, color, keeper.kept());
        }

        @Override
        public void write(ThriftWriter out, Failed value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.message); // 1: string message
            if (!out.writeKept(0x08_0002, value.unknownFields)) {
                if (value.color != null) {
                    out.writeI32Field(0x08_0002, number(value.color, "Failed.color")); // 2: Color color
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

        private static int number(Color value, String place) {
            if (value == Color.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }
    }
}
