package org.acme.types;

import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public record Inner(String name) {

    /** Reads and writes it. */
    public static final StructCodec<Inner> CODEC = new Codec();

    public Inner {
        Objects.requireNonNull(name, "name");
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Inner}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String name;

        private Builder() {
        }

        private Builder(Inner from) {
            this.name = from.name;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * A {@link Inner} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public Inner build() {
            if (name == null) {
                throw new IllegalStateException("Inner.name: required and not set");
            }
            return new Inner(name);
        }
    }

    private static final class Codec implements StructCodec<Inner> {

        @Override
        public String name() {
            return "Inner";
        }

        @Override
        public StructDescriptor descriptor() {
            return EverythingIdl.FILE.struct("Inner");
        }

        @Override
        public Inner read(ThriftReader in) {
            String name = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0B_0001 -> name = in.readString(); // 1: string name
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (name == null) {
                throw in.missing("Inner", "name");
            }
            return new Inner(name);
        }

        @Override
        public void write(ThriftWriter out, Inner value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.name); // 1: string name
            out.structEnd();
        }
    }
}
