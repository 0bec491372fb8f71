package org.acme.shop;

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
public final class Refused extends DeclaredException {

    /** Reads and writes it. */
    public static final StructCodec<Refused> CODEC = new Codec();

    private final String reason;

    public Refused(String reason) {
        super("reason=" + reason);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public String reason() {
        return reason;
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Refused}. Not thread-safe. */
    public static final class Builder {

        private String reason = "";

        private Builder() {
        }

        private Builder(Refused from) {
            this.reason = from.reason;
        }

        public Builder reason(String reason) {
            this.reason = reason;
            return this;
        }

        /** A {@link Refused} of the values gathered. */
        public Refused build() {
            return new Refused(reason);
        }
    }

    private static final class Codec implements StructCodec<Refused> {

        @Override
        public String name() {
            return "Refused";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShopIdl.FILE.struct("Refused");
        }

        @Override
        public Refused read(ThriftReader in) {
            String reason = "";
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0B_0001 -> reason = in.readString(); // 1: string reason
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            return new Refused(reason);
        }

        @Override
        public void write(ThriftWriter out, Refused value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.reason); // 1: string reason
            out.structEnd();
        }
    }
}
