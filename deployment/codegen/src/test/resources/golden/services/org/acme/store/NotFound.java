package org.acme.store;

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
public final class NotFound extends DeclaredException {

    /** Reads and writes it. */
    public static final StructCodec<NotFound> CODEC = new Codec();

    private final String key;
    private final int code;

    public NotFound(String key, int code) {
        super("key=" + key + ", code=" + code);
        this.key = Objects.requireNonNull(key, "key");
        this.code = code;
    }

    public String key() {
        return key;
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

    /** Gathers the values of a {@link NotFound}. Not thread-safe. */
    public static final class Builder {

        private String key = "";
        private int code;

        private Builder() {
        }

        private Builder(NotFound from) {
            this.key = from.key;
            this.code = from.code;
        }

        public Builder key(String key) {
            this.key = key;
            return this;
        }

        public Builder code(int code) {
            this.code = code;
            return this;
        }

        /** A {@link NotFound} of the values gathered. */
        public NotFound build() {
            return new NotFound(key, code);
        }
    }

    private static final class Codec implements StructCodec<NotFound> {

        @Override
        public String name() {
            return "NotFound";
        }

        @Override
        public StructDescriptor descriptor() {
            return StoreIdl.FILE.struct("NotFound");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public NotFound read(ThriftReader in) {
            String key = "";
            int code = 0;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0B_0001: { // 1: string key
                        key = in.readString();
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
            return new NotFound(key, code);
        }

        @Override
        public void write(ThriftWriter out, NotFound value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.key); // 1: string key
            out.writeI32Field(0x08_0002, value.code); // 2: i32 code
            out.structEnd();
        }
    }
}
