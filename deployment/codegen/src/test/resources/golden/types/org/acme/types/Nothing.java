package org.acme.types;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public record Nothing() {

    /** Reads and writes it. */
    public static final StructCodec<Nothing> CODEC = new Codec();

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Nothing}. Not thread-safe. */
    public static final class Builder {


        private Builder() {
        }

        private Builder(Nothing from) {
        }

        /** A {@link Nothing} of the values gathered. */
        public Nothing build() {
            return new Nothing();
        }
    }

    private static final class Codec implements StructCodec<Nothing> {

        @Override
        public String name() {
            return "Nothing";
        }

        @Override
        public StructDescriptor descriptor() {
            return EverythingIdl.FILE.struct("Nothing");
        }

        @Override
        public Nothing read(ThriftReader in) {
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            return new Nothing();
        }

        @Override
        public void write(ThriftWriter out, Nothing value) {
            out.structBegin();
            out.structEnd();
        }
    }
}
