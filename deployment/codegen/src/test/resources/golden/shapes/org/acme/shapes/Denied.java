package org.acme.shapes;

import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.stub.DeclaredException;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("serial")
public final class Denied extends DeclaredException {

    /** Reads and writes it. */
    public static final StructCodec<Denied> CODEC = new Codec();

    private final String message;
    private final int code;

    public Denied(String message, int code) {
        super("message=***, code=" + code);
        this.message = Objects.requireNonNull(message, "message");
        this.code = code;
    }

    public String message() {
        return message;
    }

    public int code() {
        return code;
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Denied}. Not thread-safe. */
    public static final class Builder {

        private String message = "";
        private int code;

        private Builder() {
        }

        private Builder(Denied from) {
            this.message = from.message;
            this.code = from.code;
        }

        public Builder message(String message) {
            this.message = message;
            return this;
        }

        public Builder code(int code) {
            this.code = code;
            return this;
        }

        /** A {@link Denied} of the values gathered. */
        public Denied build() {
            return new Denied(message, code);
        }
    }

    private static final class Codec implements StructCodec<Denied> {

        @Override
        public String name() {
            return "Denied";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("Denied");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Denied read(ThriftReader in) {
            String message = "";
            int code = 0;
            in.structBegin();
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
                    case 0x08_0002: { // 2: i32 code
                        code = in.readI32();
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
            return new Denied(message, code);
        }

        @Override
        public void write(ThriftWriter out, Denied value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.message); // 1: string message
            out.writeI32Field(0x08_0002, value.code); // 2: i32 code
            out.structEnd();
        }
    }
}
