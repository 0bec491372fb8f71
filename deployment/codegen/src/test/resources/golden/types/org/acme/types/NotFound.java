package org.acme.types;

import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.stub.DeclaredException;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Is not there. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("serial")
public final class NotFound extends DeclaredException {

    /** Reads and writes it. */
    public static final StructCodec<NotFound> CODEC = new Codec();

    private final String message;
    private final @Nullable Inner what;

    public NotFound(String message, @Nullable Inner what) {
        super(message);
        this.message = Objects.requireNonNull(message, "message");
        this.what = what;
    }

    public String message() {
        return message;
    }

    public @Nullable Inner what() {
        return what;
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link NotFound}. Not thread-safe. */
    public static final class Builder {

        private String message = "";
        private @Nullable Inner what;

        private Builder() {
        }

        private Builder(NotFound from) {
            this.message = from.message;
            this.what = from.what;
        }

        public Builder message(String message) {
            this.message = message;
            return this;
        }

        public Builder what(@Nullable Inner what) {
            this.what = what;
            return this;
        }

        /** A {@link NotFound} of the values gathered. */
        public NotFound build() {
            return new NotFound(message, what);
        }
    }

    private static final class Codec implements StructCodec<NotFound> {

        @Override
        public String name() {
            return "NotFound";
        }

        @Override
        public StructDescriptor descriptor() {
            return EverythingIdl.FILE.struct("NotFound");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public NotFound read(ThriftReader in) {
            String message = "";
            Inner what = null;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0B_0001: { // 1: string message
                        message = in.readString();
                        field = in.readField();
                        if (field != 0x0C_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0C_0002: { // 2: Inner what
                        what = Inner.CODEC.read(in);
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
            return new NotFound(message, what);
        }

        @Override
        public void write(ThriftWriter out, NotFound value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.message); // 1: string message
            if (value.what != null) {
                out.writeField(0x0C_0002); // 2: Inner what
                Inner.CODEC.write(out, value.what);
            }
            out.structEnd();
        }
    }
}
