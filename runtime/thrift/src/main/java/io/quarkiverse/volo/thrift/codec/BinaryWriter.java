package io.quarkiverse.volo.thrift.codec;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.value.Binary;

/**
 * Writes values of Thrift's strict Binary protocol to a buffer, which grows as needed and stays the caller's. Not thread-safe;
 * may be {@linkplain #reset reused}.
 */
public final class BinaryWriter {

    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;

    /** Begins with another buffer. */
    public BinaryWriter reset(ByteBuf buffer) {
        this.buffer = buffer;
        return this;
    }

    /** @param type one of {@link MessageType} */
    public void writeMessageBegin(String name, int type, int sequenceId) {
        buffer.writeInt(StrictHeader.VERSION << 16 | type);
        writeString(name);
        buffer.writeInt(sequenceId);
    }

    public void structBegin() {
        // The Binary protocol marks only a struct's end.
    }

    public void structEnd() {
        buffer.writeByte(ThriftType.STOP);
    }

    /** @param field {@code type << 16 | id} */
    public void writeField(int field) {
        buffer.writeMedium(field);
    }

    public void writeBool(boolean value) {
        buffer.writeByte(value ? 1 : 0);
    }

    public void writeByte(byte value) {
        buffer.writeByte(value);
    }

    public void writeI16(short value) {
        buffer.writeShort(value);
    }

    public void writeI32(int value) {
        buffer.writeInt(value);
    }

    public void writeI64(long value) {
        buffer.writeLong(value);
    }

    public void writeDouble(double value) {
        buffer.writeDouble(value);
    }

    /** A string in UTF-8; a lone surrogate is written as {@code ?}. */
    public void writeString(String value) {
        if (value.length() <= AsciiText.LONGEST && writeAscii(value)) {
            return;
        }
        // The JDK is faster than character by character, and worth the array.
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        buffer.writeInt(bytes.length);
        buffer.writeBytes(bytes);
    }

    private boolean writeAscii(String value) {
        AsciiText text = AsciiText.ofThread();
        boolean ascii = text.take(value);
        if (ascii) {
            buffer.writeInt(value.length());
            buffer.writeBytes(text.bytes(), 0, value.length());
        }
        return ascii;
    }

    public void writeBinary(Binary value) {
        buffer.writeInt(value.size());
        buffer.writeBytes(value.asByteBuffer());
    }

    public void writeUuid(UUID value) {
        buffer.writeLong(value.getMostSignificantBits());
        buffer.writeLong(value.getLeastSignificantBits());
    }

    public void writeListBegin(int elementType, int size) {
        buffer.writeByte(elementType);
        buffer.writeInt(size);
    }

    public void writeSetBegin(int elementType, int size) {
        writeListBegin(elementType, size);
    }

    public void writeMapBegin(int keyType, int valueType, int size) {
        buffer.writeByte(keyType);
        buffer.writeByte(valueType);
        buffer.writeInt(size);
    }
}
