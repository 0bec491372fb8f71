package org.acme.drawing;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import org.jspecify.annotations.NullMarked;

/** Has no members, yet. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public sealed interface Nothing {

    /** Reads and writes it. */
    StructCodec<Nothing> CODEC = new Codec();

    /** Tells which member it is, for a {@code switch}. */
    Member member();

    /**
     * A member that the IDL does not name, or one of another type; it can be read, but not be written.
     *
     * @param id what tells it in a message
     */
    record Unknown(int id) implements Nothing {

        @Override
        public Member member() {
            return Member.UNKNOWN;
        }
    }

    /** The members of a {@link Nothing}. */
    enum Member {
        /** Stands for every member that the IDL does not name. */
        UNKNOWN
    }

    /** Is used as {@link #CODEC}. */
    final class Codec implements StructCodec<Nothing> {

        private Codec() {
        }

        @Override
        public String name() {
            return "Nothing";
        }

        @Override
        public StructDescriptor descriptor() {
            return DrawingIdl.FILE.struct("Nothing");
        }

        @Override
        public Nothing read(ThriftReader in) {
            Nothing value = null;
            int first = 0;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                if (value != null) {
                    throw in.secondMember("Nothing", nameOf(first), nameOf(field));
                }
                value = readMember(in, field);
                first = field;
            }
            in.structEnd();
            if (value == null) {
                throw in.noMember("Nothing");
            }
            return value;
        }

        private static Nothing readMember(ThriftReader in, int field) {
            return switch (field) {
                default -> {
                    in.skipField(field);
                    yield new Unknown((short) field);
                }
            };
        }

        @Override
        public void write(ThriftWriter out, Nothing value) {
            out.structBegin();
            writeMember(out, value);
            out.structEnd();
        }

        private static void writeMember(ThriftWriter out, Nothing value) {
            switch (value.member()) {
                default -> throw new IllegalArgumentException("Nothing: member " + ((Unknown) value).id + " is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)");
            }
        }

        private static String nameOf(int field) {
            return switch ((short) field) {
                default -> String.valueOf((short) field);
            };
        }
    }
}
