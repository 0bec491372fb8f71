package org.acme.shapes;

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
public record Account(String owner, String password, @Nullable Long pin, int visits) {

    /** Reads and writes it. */
    public static final StructCodec<Account> CODEC = new Codec();

    public Account {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(password, "password");
    }

    /** As of any record, but with {@code ***} for what is sensitive, also where that is null. */
    @Override
    public String toString() {
        return "Account[owner=" + owner + ", password=***, pin=***, visits=" + visits + "]";
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Account}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String owner;
        private String password = "";
        private @Nullable Long pin;
        private int visits;

        private Builder() {
        }

        private Builder(Account from) {
            this.owner = from.owner;
            this.password = from.password;
            this.pin = from.pin;
            this.visits = from.visits;
        }

        public Builder owner(String owner) {
            this.owner = owner;
            return this;
        }

        public Builder password(String password) {
            this.password = password;
            return this;
        }

        public Builder pin(@Nullable Long pin) {
            this.pin = pin;
            return this;
        }

        public Builder visits(int visits) {
            this.visits = visits;
            return this;
        }

        /**
         * A {@link Account} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public Account build() {
            if (owner == null) {
                throw new IllegalStateException("Account.owner: required and not set");
            }
            return new Account(owner, password, pin, visits);
        }
    }

    private static final class Codec implements StructCodec<Account> {

        @Override
        public String name() {
            return "Account";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("Account");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Account read(ThriftReader in) {
            String owner = null;
            String password = "";
            Long pin = null;
            int visits = 0;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0B_0001: { // 1: string owner
                        owner = in.readString();
                        field = in.readField();
                        if (field != 0x0B_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0B_0002: { // 2: string password
                        password = in.readString();
                        field = in.readField();
                        if (field != 0x0A_0003) {
                            break;
                        }
                    } // fall through
                    case 0x0A_0003: { // 3: i64 pin
                        pin = in.readI64();
                        field = in.readField();
                        if (field != 0x08_0004) {
                            break;
                        }
                    } // fall through
                    case 0x08_0004: { // 4: i32 visits
                        visits = in.readI32();
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
            if (owner == null) {
                throw in.missing("Account", "owner");
            }
            return new Account(owner, password, pin, visits);
        }

        @Override
        public void write(ThriftWriter out, Account value) {
            out.structBegin();
            out.writeStringField(0x0B_0001, value.owner); // 1: string owner
            out.writeStringField(0x0B_0002, value.password); // 2: string password
            if (value.pin != null) {
                out.writeI64Field(0x0A_0003, value.pin); // 3: i64 pin
            }
            out.writeI32Field(0x08_0004, value.visits); // 4: i32 visits
            out.structEnd();
        }
    }
}
