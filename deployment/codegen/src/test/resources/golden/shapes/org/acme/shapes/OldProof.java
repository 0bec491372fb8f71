package org.acme.shapes;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.FieldKeeper;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.UnknownFields;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@Deprecated
public sealed interface OldProof {

    /** Reads and writes it. */
    StructCodec<OldProof> CODEC = new Codec();

    /** Tells which member it is, for a {@code switch}. */
    Member member();

    /** A {@link Text}. */
    static OldProof text(String value) {
        return new Text(value);
    }

    /** A {@link Alarms}. */
    static OldProof alarms(List<Volume> value) {
        return new Alarms(value);
    }

    /** The member {@code text}. */
    record Text(String value) implements OldProof {

        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Member member() {
            return Member.TEXT;
        }

        @Override
        public String toString() {
            return "Text[value=***]";
        }
    }

    /** The member {@code alarms}. */
    record Alarms(List<Volume> value, UnknownFields unknownFields) implements OldProof {

        public Alarms {
            value = ImmutableList.copyOf(Objects.requireNonNull(value, "value"));
            Objects.requireNonNull(unknownFields, "unknownFields");
            unknownFields = unknownFields.whereStill(0x0F_0002, value);
        }

        /** Without unknown fields. */
        public Alarms(List<Volume> value) {
            this(value, UnknownFields.NONE);
        }

        @Override
        public Member member() {
            return Member.ALARMS;
        }

        @Override
        public String toString() {
            return "Alarms[value=***]";
        }
    }

    /**
     * A member that the IDL does not name, or one of another type.
     *
     * @param id what tells it in a message
     */
    record Unknown(int id, UnknownFields unknownFields) implements OldProof {

        public Unknown {
            Objects.requireNonNull(unknownFields, "unknownFields");
        }

        /** Without unknown fields. */
        public Unknown(int id) {
            this(id, UnknownFields.NONE);
        }

        @Override
        public Member member() {
            return Member.UNKNOWN;
        }

        @Override
        public String toString() {
            return "Unknown[id=" + id + "]";
        }
    }

    /** The members of a {@link OldProof}. */
    enum Member {
        TEXT,
        ALARMS,
        /** Stands for every member that the IDL does not name. */
        UNKNOWN
    }

    /** Is used as {@link #CODEC}. */
    final class Codec implements StructCodec<OldProof> {

        private Codec() {
        }

        @Override
        public String name() {
            return "OldProof";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("OldProof");
        }

        @Override
        public OldProof read(ThriftReader in) {
            OldProof value = null;
            int first = 0;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                if (value != null) {
                    throw in.secondMember("OldProof", nameOf(first), nameOf(field));
                }
                value = readMember(in, field);
                first = field;
            }
            in.structEnd();
            if (value == null) {
                throw in.noMember("OldProof");
            }
            return value;
        }

        private static OldProof readMember(ThriftReader in, int field) {
            return switch (field) {
                case 0x0B_0001 -> new Text(in.readString()); // 1: string text
                case 0x0F_0002 -> { // 2: list<volume> alarms
                    FieldKeeper keeper = new FieldKeeper(in);
                    keeper.begin();
                    List<Volume> read = readListOfVolume(in);
                    if (read == null) {
                        keeper.skipped(field);
                        yield new Unknown((short) field, keeper.kept());
                    }
                    keeper.end(field, read);
                    yield new Alarms(read, keeper.kept());
                }
                default -> {
                    FieldKeeper keeper = new FieldKeeper(in);
                    keeper.keep(field);
                    yield new Unknown((short) field, keeper.kept());
                }
            };
        }

        @Override
        public void write(ThriftWriter out, OldProof value) {
            out.structBegin();
            writeMember(out, value);
            out.structEnd();
        }

        private static void writeMember(ThriftWriter out, OldProof value) {
            switch (value.member()) {
                case TEXT -> {
                    out.writeStringField(0x0B_0001, ((Text) value).value); // 1: string text
                }
                case ALARMS -> {
                    if (!out.writeKept(0x0F_0002, ((Alarms) value).unknownFields)) {
                        out.writeField(0x0F_0002); // 2: list<volume> alarms
                        writeListOfVolume(out, ((Alarms) value).value, "OldProof.alarms");
                    }
                }
                default -> writeUnknown(out, (Unknown) value);
            }
        }

        private static void writeUnknown(ThriftWriter out, Unknown value) {
            if (!value.unknownFields.isOnly(value.id)) {
                throw new IllegalArgumentException("OldProof: member " + value.id + " is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)");
            }
            out.writeUnknown(value.unknownFields);
        }

        private static String nameOf(int field) {
            return switch ((short) field) {
                case 1 -> "'text'";
                case 2 -> "'alarms'";
                default -> String.valueOf((short) field);
            };
        }

        private static @Nullable List<Volume> readListOfVolume(ThriftReader in) {
            int size = in.readListBegin(ThriftType.I32);
            if (size < 0) {
                return null;
            }
            Volume[] list = new Volume[size];
            for (int i = 0; i < size; i++) {
                list[i] = readVolume(in);
            }
            return ImmutableList.wrap(list);
        }

        private static void writeListOfVolume(ThriftWriter out, List<Volume> list, String place) {
            int size = list.size();
            out.writeListBegin(ThriftType.I32, size);
            for (int i = 0; i < size; i++) {
                out.writeI32(number(list.get(i), place));
            }
        }

        private static Volume readVolume(ThriftReader in) {
            Volume value = Volume.of(in.readI32());
            if (value == Volume.UNRECOGNIZED) {
                in.unrecognized();
            }
            return value;
        }

        private static int number(Volume value, String place) {
            if (value == Volume.UNRECOGNIZED) {
                throw new IllegalArgumentException(place + ": UNRECOGNIZED (expected: a member that the IDL names)");
            }
            return value.number();
        }
    }
}
