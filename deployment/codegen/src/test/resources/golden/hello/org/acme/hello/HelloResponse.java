package org.acme.hello;

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
public record HelloResponse(String message) {

    /** Reads and writes it. */
    public static final StructCodec<HelloResponse> CODEC = new Codec();

    public HelloResponse {
        Objects.requireNonNull(message, "message");
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link HelloResponse}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String message;

        private Builder() {
        }

        private Builder(HelloResponse from) {
            this.message = from.message;
        }

        public Builder message(String message) {
            this.message = message;
            return this;
        }

        /**
         * A {@link HelloResponse} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public HelloResponse build() {
            if (message == null) {
                throw new IllegalStateException("HelloResponse.message: required and not set");
            }
            return new HelloResponse(message);
        }
    }

    private static final class Codec implements StructCodec<HelloResponse> {

        @Override
        public String name() {
            return "HelloResponse";
        }

        @Override
        public StructDescriptor descriptor() {
            return HelloIdl.FILE.struct("HelloResponse");
        }

        @Override
        public HelloResponse read(ThriftReader in) {
            String message = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0B_0001 -> message = in.readString(); // 1: string message
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (message == null) {
                throw in.missing("HelloResponse", "message");
            }
            return new HelloResponse(message);
        }

        @Override
        public void write(ThriftWriter out, HelloResponse value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.message); // 1: string message
            out.structEnd();
        }
    }
}
