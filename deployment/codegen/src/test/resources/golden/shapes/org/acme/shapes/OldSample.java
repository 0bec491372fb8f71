package org.acme.shapes;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** @deprecated use Sample */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@Deprecated
public record OldSample(int value, @Nullable OldSample before) {

    /** Reads and writes it. */
    public static final StructCodec<OldSample> CODEC = new Codec();

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link OldSample}. Not thread-safe. */
    public static final class Builder {

        private int value;
        private @Nullable OldSample before;

        private Builder() {
        }

        private Builder(OldSample from) {
            this.value = from.value;
            this.before = from.before;
        }

        public Builder value(int value) {
            this.value = value;
            return this;
        }

        public Builder before(@Nullable OldSample before) {
            this.before = before;
            return this;
        }

        /** A {@link OldSample} of the values gathered. */
        public OldSample build() {
            return new OldSample(value, before);
        }
    }

    private static final class Codec implements StructCodec<OldSample> {

        @Override
        public String name() {
            return "OldSample";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("OldSample");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public OldSample read(ThriftReader in) {
            int value = 0;
            OldSample before = null;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x08_0001: { // 1: i32 value
                        value = in.readI32();
                        field = in.readField();
                        if (field != 0x0C_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0C_0002: { // 2: OldSample before
                        before = OldSample.CODEC.read(in);
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
            return new OldSample(value, before);
        }

        @Override
        public void write(ThriftWriter out, OldSample value) {
            out.structBegin();
            out.writeI32Field(0x08_0001, value.value); // 1: i32 value
            if (value.before != null) {
                out.writeField(0x0C_0002); // 2: OldSample before
                OldSample.CODEC.write(out, value.before);
            }
            out.structEnd();
        }
    }
}
