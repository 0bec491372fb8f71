package io.quarkiverse.volo.thrift.codec;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/** Writes Thrift's strict Binary protocol (thrift-binary-protocol.md of Apache Thrift). */
public final class BinaryWriter extends ThriftWriter {

    private static final int LENGTH_SIZE = 4;

    @Override
    public BinaryWriter reset(ByteBuf buffer) {
        super.reset(buffer);
        return this;
    }

    @Override
    public void writeMessageBegin(String name, int type, int sequenceId) {
        writeI32(StrictHeader.VERSION << 16 | type);
        writeString(name);
        writeI32(sequenceId);
    }

    @Override
    public void writeField(int field) {
        require(4);
        // One byte too many, which the value overwrites.
        BigEndian.putInt(array, position, field << 8);
        position += 3;
    }

    @Override
    public void writeBool(boolean value) {
        writeByte(value ? (byte) 1 : 0);
    }

    @Override
    public void writeI16(short value) {
        require(2);
        BigEndian.putShort(array, position, value);
        position += 2;
    }

    @Override
    public void writeI32(int value) {
        require(4);
        BigEndian.putInt(array, position, value);
        position += 4;
    }

    @Override
    public void writeI64(long value) {
        require(8);
        BigEndian.putLong(array, position, value);
        position += 8;
    }

    @Override
    public void writeDouble(double value) {
        writeI64(Double.doubleToRawLongBits(value));
    }

    @Override
    public void writeString(String value) {
        int length = value.length();
        if (length > LONGEST_STAGED) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            writeI32(bytes.length);
            writeBytes(bytes);
            return;
        }
        require(LENGTH_SIZE + length * Utf8.LONGEST);
        int start = position + LENGTH_SIZE;
        int end = Utf8.encode(value, array, start);
        BigEndian.putInt(array, position, end - start);
        position = end;
    }

    @Override
    UnknownFields.Protocol protocol() {
        return UnknownFields.Protocol.BINARY;
    }

    @Override
    void writeLength(int length) {
        writeI32(length);
    }

    @Override
    public void writeListBegin(int elementType, int size) {
        require(5);
        array[position] = (byte) elementType;
        BigEndian.putInt(array, position + 1, size);
        position += 5;
    }

    @Override
    public void writeMapBegin(int keyType, int valueType, int size) {
        require(6);
        array[position] = (byte) keyType;
        array[position + 1] = (byte) valueType;
        BigEndian.putInt(array, position + 2, size);
        position += 6;
    }

    @Override
    public void writeBoolField(int field, boolean value) {
        require(4);
        BigEndian.putInt(array, position, field << 8 | (value ? 1 : 0));
        position += 4;
    }

    @Override
    public void writeByteField(int field, byte value) {
        require(4);
        BigEndian.putInt(array, position, field << 8 | (value & 0xff));
        position += 4;
    }

    @Override
    public void writeI32Field(int field, int value) {
        require(8);
        BigEndian.putLong(array, position, (long) field << 40 | (value & 0xffff_ffffL) << 8);
        position += 7;
    }

    @Override
    public void writeI64Field(int field, long value) {
        require(11);
        BigEndian.putInt(array, position, field << 8);
        BigEndian.putLong(array, position + 3, value);
        position += 11;
    }

    @Override
    public void writeDoubleField(int field, double value) {
        writeI64Field(field, Double.doubleToRawLongBits(value));
    }

    @Override
    void writeLongs(LongList values) {
        BinaryNumbers.writeLongs(this, values);
    }

    @Override
    void writeInts(IntList values) {
        BinaryNumbers.writeInts(this, values);
    }

    @Override
    void writeShorts(ShortList values) {
        BinaryNumbers.writeShorts(this, values);
    }

    @Override
    void writeDoubles(DoubleList values) {
        BinaryNumbers.writeDoubles(this, values);
    }

    @Override
    void writeBooleans(BooleanList values) {
        BinaryNumbers.writeBooleans(this, values);
    }
}
