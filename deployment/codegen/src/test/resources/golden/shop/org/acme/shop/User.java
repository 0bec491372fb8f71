package org.acme.shop;

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
public record User(long id, String name, @Nullable Mood mood, @Nullable String password) {

    /** Reads and writes it. */
    public static final StructCodec<User> CODEC = new Codec();

    public User {
        Objects.requireNonNull(name, "name");
    }

    /** As of any record, but with {@code ***} for what is sensitive, also where that is null. */
    @Override
    public String toString() {
        return "User[id=" + id + ", name=" + name + ", mood=" + mood + ", password=***]";
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link User}. Not thread-safe. */
    public static final class Builder {

        private @Nullable Long id;
        private String name = "";
        private @Nullable Mood mood;
        private @Nullable String password;

        private Builder() {
        }

        private Builder(User from) {
            this.id = from.id;
            this.name = from.name;
            this.mood = from.mood;
            this.password = from.password;
        }

        public Builder id(long id) {
            this.id = id;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder mood(@Nullable Mood mood) {
            this.mood = mood;
            return this;
        }

        public Builder password(@Nullable String password) {
            this.password = password;
            return this;
        }

        /**
         * A {@link User} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public User build() {
            if (id == null) {
                throw new IllegalStateException("User.id: required and not set");
            }
            return new User(id, name, mood, password);
        }
    }

    private static final class Codec implements StructCodec<User> {

        @Override
        public String name() {
            return "User";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShopIdl.FILE.struct("User");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public User read(ThriftReader in) {
            long id = 0;
            boolean id_read = false;
            String name = "";
            Mood mood = null;
            String password = null;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0A_0001: { // 1: i64 id
                        id = in.readI64();
                        id_read = true;
                        field = in.readField();
                        if (field != 0x0B_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0B_0002: { // 2: string name
                        name = in.readString();
                        field = in.readField();
                        if (field != 0x08_0003) {
                            break;
                        }
                    } // fall through
                    case 0x08_0003: { // 3: Mood mood
                        mood = Mood.of(in.readI32());
                        field = in.readField();
                        if (field != 0x0B_0004) {
                            break;
                        }
                    } // fall through
                    case 0x0B_0004: { // 4: string password
                        password = in.readString();
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
            if (!id_read) {
                throw in.missing("User", "id");
            }
            return new User(id, name, mood, password);
        }

        @Override
        public void write(ThriftWriter out, User value) {
            out.structBegin();
            out.writeI64Field(0x0A_0001, value.id); // 1: i64 id
            out.writeStringField(0x0B_0002, value.name); // 2: string name
            if (value.mood != null) {
                out.writeI32Field(0x08_0003, number(value.mood, "User.mood")); // 3: Mood mood
            }
            if (value.password != null) {
                out.writeStringField(0x0B_0004, value.password); // 4: string password
            }
            out.structEnd();
        }

        private static int number(Mood value, String place) {
            if (value == Mood.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }
    }
}
