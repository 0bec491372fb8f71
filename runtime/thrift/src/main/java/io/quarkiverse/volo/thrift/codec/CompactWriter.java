package io.quarkiverse.volo.thrift.codec;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/** Writes Thrift's Compact protocol, version 1 (thrift-compact-protocol.md of Apache Thrift). */
public final class CompactWriter extends ThriftWriter {

    private static final int NO_FIELD = -1;
    private static final int LONGEST_VARINT32 = 5;
    private static final int LONGEST_VARINT64 = 10;
    /** A field's type, and its id where it is not told by the difference from the one before. */
    private static final int LONGEST_FIELD = 1 + 3;

    private final LastFieldIds ids = new LastFieldIds();
    /** The id of a bool field whose header waits for its value, which is in it. */
    private int boolField = NO_FIELD;

    @Override
    public CompactWriter reset(ByteBuf buffer) {
        super.reset(buffer);
        ids.reset();
        boolField = NO_FIELD;
        return this;
    }

    @Override
    public void writeMessageBegin(String name, int type, int sequenceId) {
        require(2);
        array[position] = (byte) CompactReader.PROTOCOL_ID;
        array[position + 1] = (byte) (type << 5 | CompactReader.VERSION);
        position += 2;
        writeVarint32(sequenceId);
        writeString(name);
    }

    @Override
    public void structBegin() {
        super.structBegin();
        ids.structBegin();
    }

    @Override
    public void structEnd() {
        ids.structEnd();
        super.structEnd();
    }

    @Override
    public void writeField(int field) {
        int type = field >>> 16;
        if (type == ThriftType.BOOL) {
            boolField = field & 0xffff;
        } else {
            writeHeader(CompactType.of(type), (short) field);
        }
    }

    private void writeHeader(int compactType, int id) {
        require(LONGEST_FIELD);
        int delta = id - ids.last;
        ids.last = id;
        if (delta > 0 && delta <= 15) {
            array[position++] = (byte) (delta << 4 | compactType);
        } else {
            array[position++] = (byte) compactType;
            writeI32(id);
        }
    }

    @Override
    public void writeBool(boolean value) {
        int compactType = value ? CompactType.TRUE : CompactType.FALSE;
        if (boolField == NO_FIELD) {
            writeByte((byte) compactType);
        } else {
            writeHeader(compactType, (short) boolField);
            boolField = NO_FIELD;
        }
    }

    @Override
    public void writeI16(short value) {
        writeI32(value);
    }

    @Override
    public void writeI32(int value) {
        writeVarint32(value << 1 ^ value >> 31);
    }

    @Override
    public void writeI64(long value) {
        long zigzag = value << 1 ^ value >> 63;
        require(LONGEST_VARINT64);
        int at = position;
        while ((zigzag & ~0x7fL) != 0) {
            array[at++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        array[at++] = (byte) zigzag;
        position = at;
    }

    @Override
    public void writeDouble(double value) {
        require(8);
        LittleEndian.putLong(array, position, Double.doubleToRawLongBits(value));
        position += 8;
    }

    private void writeVarint32(int value) {
        require(LONGEST_VARINT32);
        position = putVarint32(position, value);
    }

    private int putVarint32(int at, int value) {
        while ((value & ~0x7f) != 0) {
            array[at++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        array[at++] = (byte) value;
        return at;
    }

    @Override
    public void writeString(String value) {
        int length = value.length();
        if (length > LONGEST_STAGED) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            writeVarint32(bytes.length);
            writeBytes(bytes);
            return;
        }
        require(LONGEST_VARINT32 + length * Utf8.LONGEST);
        // The length takes as many bytes as that of plain ASCII would; nearly always.
        int expected = position + varintSize(length);
        int end = Utf8.encode(value, array, expected);
        int start = position + varintSize(end - expected);
        if (start != expected) {
            System.arraycopy(array, expected, array, start, end - expected);
        }
        putVarint32(position, end - expected);
        position = start + end - expected;
    }

    private static int varintSize(int value) {
        return value < 0x80 ? 1 : value < 0x4000 ? 2 : 3;
    }

    @Override
    UnknownFields.Protocol protocol() {
        return UnknownFields.Protocol.COMPACT;
    }

    /** That of a bool field is in the header. */
    @Override
    void writeKept(int type, Binary value) {
        if (type == ThriftType.BOOL) {
            writeBool(value.asByteBuffer().get(0) == CompactType.TRUE);
        } else {
            super.writeKept(type, value);
        }
    }

    @Override
    void writeLength(int length) {
        writeVarint32(length);
    }

    @Override
    public void writeListBegin(int elementType, int size) {
        require(1 + LONGEST_VARINT32);
        if (size < 15) {
            array[position++] = (byte) (size << 4 | CompactType.of(elementType));
        } else {
            array[position++] = (byte) (0xf0 | CompactType.of(elementType));
            writeVarint32(size);
        }
    }

    @Override
    public void writeMapBegin(int keyType, int valueType, int size) {
        writeVarint32(size);
        if (size > 0) {
            writeByte((byte) (CompactType.of(keyType) << 4 | CompactType.of(valueType)));
        }
    }

    @Override
    void writeLongs(LongList values) {
        CompactNumbers.writeLongs(this, values);
    }

    @Override
    void writeInts(IntList values) {
        CompactNumbers.writeInts(this, values);
    }

    @Override
    void writeShorts(ShortList values) {
        CompactNumbers.writeShorts(this, values);
    }

    @Override
    void writeDoubles(DoubleList values) {
        CompactNumbers.writeDoubles(this, values);
    }

    @Override
    void writeBooleans(BooleanList values) {
        CompactNumbers.writeBooleans(this, values);
    }
}
