package org.acme.shapes;

import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.LongList;
import org.jspecify.annotations.NullMarked;

/** Who somebody says to be. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public sealed interface Credential {

    /** Reads and writes it. */
    StructCodec<Credential> CODEC = new Codec();

    /** Tells which member it is, for a {@code switch}. */
    Member member();

    /** A {@link Token}. */
    static Credential token(String value) {
        return new Token(value);
    }

    /** A {@link Keys}. */
    static Credential keys(LongList value) {
        return new Keys(value);
    }

    /** A {@link Keys}. */
    static Credential keys(long... value) {
        return new Keys(LongList.of(value));
    }

    /** A {@link Login}. */
    static Credential login(String value) {
        return new Login(value);
    }

    /**
     * A {@link Number}.
     *
     * @deprecated use token
     */
    @Deprecated
    static Credential number(int value) {
        return new Number(value);
    }

    /** The member {@code token}. */
    record Token(String value) implements Credential {

        public Token {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Member member() {
            return Member.TOKEN;
        }

        @Override
        public String toString() {
            return "Token[value=***]";
        }
    }

    /** The member {@code keys}. */
    record Keys(LongList value) implements Credential {

        public Keys {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Member member() {
            return Member.KEYS;
        }

        @Override
        public String toString() {
            return "Keys[value=***]";
        }
    }

    /** The member {@code user_name}. */
    record Login(String value) implements Credential {

        public Login {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Member member() {
            return Member.LOGIN;
        }
    }

    /**
     * The first ones had numbers.
     *
     * @deprecated use token
     */
    @Deprecated
    record Number(int value) implements Credential {

        @Override
        public Member member() {
            return Member.NUMBER;
        }
    }

    /**
     * A member that the IDL does not name, or one of another type; it can be read, but not be written.
     *
     * @param id what tells it in a message
     */
    record Unknown(int id) implements Credential {

        @Override
        public Member member() {
            return Member.UNKNOWN;
        }
    }

    /** The members of a {@link Credential}. */
    enum Member {
        TOKEN,
        KEYS,
        LOGIN,
        @Deprecated
        NUMBER,
        /** Stands for every member that the IDL does not name. */
        UNKNOWN
    }

    /** Is used as {@link #CODEC}. */
    final class Codec implements StructCodec<Credential> {

        private Codec() {
        }

        @Override
        public String name() {
            return "credential_v1";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("credential_v1");
        }

        @Override
        public Credential read(ThriftReader in) {
            Credential value = null;
            int first = 0;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                if (value != null) {
                    throw in.secondMember("credential_v1", nameOf(first), nameOf(field));
                }
                value = readMember(in, field);
                first = field;
            }
            in.structEnd();
            if (value == null) {
                throw in.noMember("credential_v1");
            }
            return value;
        }

        private static Credential readMember(ThriftReader in, int field) {
            return switch (field) {
                case 0x0B_0001 -> new Token(in.readString()); // 1: string token
                case 0x0F_0002 -> { // 2: list<i64> keys
                    LongList read = in.readLongList();
                    yield read == null ? new Unknown((short) field) : new Keys(read);
                }
                case 0x0B_0003 -> new Login(in.readString()); // 3: string user_name
                case 0x08_0004 -> new Number(in.readI32()); // 4: i32 number
                default -> {
                    in.skipField(field);
                    yield new Unknown((short) field);
                }
            };
        }

        @Override
        public void write(ThriftWriter out, Credential value) {
            out.structBegin();
            writeMember(out, value);
            out.structEnd();
        }

        private static void writeMember(ThriftWriter out, Credential value) {
            switch (value.member()) {
                case TOKEN -> {
                    out.writeStringField(0x0B_0001, ((Token) value).value); // 1: string token
                }
                case KEYS -> {
                    out.writeField(0x0F_0002); // 2: list<i64> keys
                    out.writeLongList(((Keys) value).value);
                }
                case LOGIN -> {
                    out.writeStringField(0x0B_0003, ((Login) value).value); // 3: string user_name
                }
                case NUMBER -> {
                    out.writeI32Field(0x08_0004, ((Number) value).value); // 4: i32 number
                }
                default -> throw new IllegalArgumentException("credential_v1: member " + ((Unknown) value).id + " is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)");
            }
        }

        private static String nameOf(int field) {
            return switch ((short) field) {
                case 1 -> "'token'";
                case 2 -> "'keys'";
                case 3 -> "'user_name'";
                case 4 -> "'number'";
                default -> String.valueOf((short) field);
            };
        }
    }
}
