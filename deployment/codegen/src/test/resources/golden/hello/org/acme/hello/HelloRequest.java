package org.acme.hello;

import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Whom to greet. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public record HelloRequest(String name) {

    /** Reads and writes it. */
    public static final StructCodec<HelloRequest> CODEC = new Codec();

    public HelloRequest {
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

    /** Gathers the values of a {@link HelloRequest}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String name;

        private Builder() {
        }

        private Builder(HelloRequest from) {
            this.name = from.name;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * A {@link HelloRequest} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public HelloRequest build() {
            if (name == null) {
                throw new IllegalStateException("HelloRequest.name: required and not set");
            }
            return new HelloRequest(name);
        }
    }

    private static final class Codec implements StructCodec<HelloRequest> {

        @Override
        public String name() {
            return "HelloRequest";
        }

        @Override
        public StructDescriptor descriptor() {
            return HelloIdl.FILE.struct("HelloRequest");
        }

        @Override
        public HelloRequest read(ThriftReader in) {
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
                throw in.missing("HelloRequest", "name");
            }
            return new HelloRequest(name);
        }

        @Override
        public void write(ThriftWriter out, HelloRequest value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.name); // 1: string name
            out.structEnd();
        }
    }
}
