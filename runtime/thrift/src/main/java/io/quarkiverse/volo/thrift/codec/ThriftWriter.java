package io.quarkiverse.volo.thrift.codec;

import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.ByteList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/**
 * Writes the values of one message, in one of Thrift's protocols, to a buffer, which grows as needed and stays the caller's.
 * Not thread-safe; may be {@linkplain #reset reused}. What was written is in the buffer when the outermost struct has ended,
 * or after {@link #finish()}; not before.
 */
public abstract sealed class ThriftWriter extends OutputWindow permits BinaryWriter, CompactWriter {

    private int depth;

    ThriftWriter() {
    }

    /** Begins with another buffer. */
    public ThriftWriter reset(ByteBuf buffer) {
        open(buffer);
        depth = 0;
        return this;
    }

    /** Ends: all that was written is in the buffer, which is let go. */
    public final void finish() {
        flush();
        close();
    }

    /** Lets go of the buffer, whose content is of no use: writing has failed. */
    public final void abandon() {
        close();
    }

    /** @param type one of {@link MessageType} */
    public abstract void writeMessageBegin(String name, int type, int sequenceId);

    public void structBegin() {
        depth++;
    }

    public void structEnd() {
        require(1);
        array[position++] = ThriftType.STOP;
        if (--depth <= 0) {
            depth = 0;
            flush();
        }
    }

    /** @param field {@code type << 16 | id} */
    public abstract void writeField(int field);

    public abstract void writeBool(boolean value);

    public final void writeByte(byte value) {
        require(1);
        array[position++] = value;
    }

    public abstract void writeI16(short value);

    public abstract void writeI32(int value);

    public abstract void writeI64(long value);

    public abstract void writeDouble(double value);

    /** A string in UTF-8; a lone surrogate is written as {@code ?}. */
    public abstract void writeString(String value);

    public final void writeBinary(Binary value) {
        writeLength(value.size());
        writeBytes(value);
    }

    public final void writeUuid(UUID value) {
        require(16);
        BigEndian.putLong(array, position, value.getMostSignificantBits());
        BigEndian.putLong(array, position + 8, value.getLeastSignificantBits());
        position += 16;
    }

    /** Writes the fields that a struct did not know when it was read: in the protocol of then, byte for byte. */
    public final void writeUnknown(UnknownFields fields) {
        for (int i = 0; i < fields.size(); i++) {
            writeKept(fields.field(i), fields.value(i), fields.protocol());
        }
    }

    /** Writes a field that a struct knows as it was read, if its bytes were kept; answers whether. */
    public final boolean writeKept(int field, UnknownFields fields) {
        Binary value = fields.known(field);
        if (value == null) {
            return false;
        }
        writeKept(field, value, fields.protocol());
        return true;
    }

    private void writeKept(int field, Binary value, UnknownFields.Protocol protocol) {
        writeField(field);
        if (protocol == protocol()) {
            writeKept(field >>> 16, value);
        } else {
            Transcoder.write(field >>> 16, value, protocol, this);
        }
    }

    /** The value of a field, in bytes of this protocol. */
    void writeKept(int type, Binary value) {
        writeBytes(value);
    }

    abstract UnknownFields.Protocol protocol();

    /** The length of a string or binary. */
    abstract void writeLength(int length);

    public abstract void writeListBegin(int elementType, int size);

    public final void writeSetBegin(int elementType, int size) {
        writeListBegin(elementType, size);
    }

    public abstract void writeMapBegin(int keyType, int valueType, int size);

    public final void writeLongList(LongList values) {
        writeListBegin(ThriftType.I64, values.size());
        writeLongs(values);
    }

    public final void writeIntList(IntList values) {
        writeListBegin(ThriftType.I32, values.size());
        writeInts(values);
    }

    public final void writeShortList(ShortList values) {
        writeListBegin(ThriftType.I16, values.size());
        writeShorts(values);
    }

    public final void writeDoubleList(DoubleList values) {
        writeListBegin(ThriftType.DOUBLE, values.size());
        writeDoubles(values);
    }

    public final void writeBooleanList(BooleanList values) {
        writeListBegin(ThriftType.BOOL, values.size());
        writeBooleans(values);
    }

    public final void writeByteList(ByteList values) {
        writeListBegin(ThriftType.BYTE, values.size());
        writeBytes(values);
    }

    abstract void writeLongs(LongList values);

    abstract void writeInts(IntList values);

    abstract void writeShorts(ShortList values);

    abstract void writeDoubles(DoubleList values);

    abstract void writeBooleans(BooleanList values);

    private void writeBytes(ByteList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int count = room(size - done, 1);
            for (int i = 0; i < count; i++) {
                array[position + i] = values.getByte(done + i);
            }
            position += count;
            done += count;
        }
    }

    /** A field with its value. */
    public void writeBoolField(int field, boolean value) {
        writeField(field);
        writeBool(value);
    }

    /** A field with its value. */
    public void writeByteField(int field, byte value) {
        writeField(field);
        writeByte(value);
    }

    /** A field with its value. */
    public void writeI16Field(int field, short value) {
        writeField(field);
        writeI16(value);
    }

    /** A field with its value. */
    public void writeI32Field(int field, int value) {
        writeField(field);
        writeI32(value);
    }

    /** A field with its value. */
    public void writeI64Field(int field, long value) {
        writeField(field);
        writeI64(value);
    }

    /** A field with its value. */
    public void writeDoubleField(int field, double value) {
        writeField(field);
        writeDouble(value);
    }

    /** A field with its value. */
    public final void writeStringField(int field, String value) {
        writeField(field);
        writeString(value);
    }

    /** A field with its value. */
    public final void writeBinaryField(int field, Binary value) {
        writeField(field);
        writeBinary(value);
    }

    /** A field with its value. */
    public final void writeUuidField(int field, UUID value) {
        writeField(field);
        writeUuid(value);
    }
}
