package io.quarkiverse.volo.thrift.codec;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.value.Binary;

/**
 * Reads values of Thrift's strict Binary protocol from a buffer that holds a whole message. Takes no memory for a length or
 * count that the remaining bytes cannot back, and bounds the nesting. Every failure is a {@link VoloException} of kind
 * PROTOCOL. Not thread-safe; may be {@linkplain #reset reused}. The buffer is never released here.
 */
public final class BinaryReader {

    /** How deep values may nest unless configured: as Apache Thrift and Pilota. */
    public static final int DEFAULT_MAX_DEPTH = 64;

    private static final int TYPE_MASK = 0xff;

    private final int maxDepth;
    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
    private int depth;

    public BinaryReader() {
        this(DEFAULT_MAX_DEPTH);
    }

    /** @param maxDepth how many structs and containers may be open at once */
    public BinaryReader(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** Begins with another buffer, which stays the caller's. */
    public BinaryReader reset(ByteBuf buffer) {
        this.buffer = buffer;
        this.depth = 0;
        return this;
    }

    /** What a message begins with: version 1 of the strict form only, as Volo and Kitex. */
    public MessageHeader readMessageBegin() {
        int first = readI32();
        int version = first >>> 16;
        if (version != StrictHeader.VERSION) {
            throw malformed("message version: 0x" + Integer.toHexString(version) + " (expected: 0x8001)");
        }
        String name = readString();
        return new MessageHeader(first & TYPE_MASK, name, readI32());
    }

    public void structBegin() {
        enter();
    }

    public void structEnd() {
        depth--;
    }

    /** The next field as {@code type << 16 | id}, or 0 at the struct's end. */
    public int readField() {
        require(1);
        int type = buffer.readUnsignedByte();
        if (type == ThriftType.STOP) {
            return 0;
        }
        require(2);
        return type << 16 | buffer.readUnsignedShort();
    }

    /** Skips the value of a field that {@link #readField()} has announced. */
    public void skipField(int field) {
        skip(field >>> 16);
    }

    public boolean readBool() {
        require(1);
        return buffer.readByte() != 0;
    }

    public byte readByte() {
        require(1);
        return buffer.readByte();
    }

    public short readI16() {
        require(2);
        return buffer.readShort();
    }

    public int readI32() {
        require(4);
        return buffer.readInt();
    }

    public long readI64() {
        require(8);
        return buffer.readLong();
    }

    public double readDouble() {
        require(8);
        return buffer.readDouble();
    }

    /** A string; malformed UTF-8 is replaced, as Apache Thrift does. */
    public String readString() {
        int length = readLength("string");
        if (length == 0) {
            return "";
        }
        String value = buffer.toString(buffer.readerIndex(), length, StandardCharsets.UTF_8);
        buffer.skipBytes(length);
        return value;
    }

    public Binary readBinary() {
        int length = readLength("binary");
        if (length == 0) {
            return Binary.EMPTY;
        }
        byte[] bytes = new byte[length];
        buffer.readBytes(bytes);
        return Binary.wrap(bytes);
    }

    public UUID readUuid() {
        require(16);
        return new UUID(buffer.readLong(), buffer.readLong());
    }

    /** The size of a list, or -1 if its elements are of another type: then the whole list has been skipped. */
    public int readListBegin(int elementType) {
        return readElements(elementType);
    }

    /** The size of a set, or -1 if its elements are of another type: then the whole set has been skipped. */
    public int readSetBegin(int elementType) {
        return readElements(elementType);
    }

    /** The size of a map, or -1 if its keys or values are of other types: then the whole map has been skipped. */
    public int readMapBegin(int keyType, int valueType) {
        require(2);
        int actualKey = buffer.readUnsignedByte();
        int actualValue = buffer.readUnsignedByte();
        int size = readMapSize(actualKey, actualValue);
        // An empty map may leave its types out.
        if (size == 0 || (actualKey == keyType && actualValue == valueType)) {
            return size;
        }
        skipEntries(size, actualKey, actualValue);
        return -1;
    }

    /** The failure for a struct that lacks a required field. */
    public VoloException missing(String struct, String field) {
        return malformed(struct + ": required field '" + field + "' is missing");
    }

    private int readElements(int elementType) {
        require(1);
        int actual = buffer.readUnsignedByte();
        int size = readSize(actual);
        if (size == 0 || actual == elementType) {
            return size;
        }
        skipElements(size, actual);
        return -1;
    }

    private void skip(int type) {
        int size = ThriftType.binarySize(type);
        if (size > 0) {
            skipBytes(size);
            return;
        }
        switch (type) {
            case ThriftType.STRING -> skipBytes(readLength("string"));
            case ThriftType.STRUCT -> skipStruct();
            case ThriftType.LIST, ThriftType.SET -> skipList();
            case ThriftType.MAP -> skipMap();
            default -> throw ThriftType.unknown("type", type);
        }
    }

    private void skipStruct() {
        enter();
        for (int field = readField(); field != 0; field = readField()) {
            skipField(field);
        }
        depth--;
    }

    private void skipList() {
        require(1);
        int type = buffer.readUnsignedByte();
        skipElements(readSize(type), type);
    }

    private void skipMap() {
        require(2);
        int keyType = buffer.readUnsignedByte();
        int valueType = buffer.readUnsignedByte();
        skipEntries(readMapSize(keyType, valueType), keyType, valueType);
    }

    private void skipElements(int size, int type) {
        enter();
        for (int i = 0; i < size; i++) {
            skip(type);
        }
        depth--;
    }

    private void skipEntries(int size, int keyType, int valueType) {
        enter();
        for (int i = 0; i < size; i++) {
            skip(keyType);
            skip(valueType);
        }
        depth--;
    }

    private int readSize(int elementType) {
        require(4);
        return checkSize(buffer.readInt(), ThriftType.binaryMinimum(elementType), elementType);
    }

    private int readMapSize(int keyType, int valueType) {
        require(4);
        int key = ThriftType.binaryMinimum(keyType);
        int value = ThriftType.binaryMinimum(valueType);
        return checkSize(buffer.readInt(), key < 0 || value < 0 ? -1 : key + value, key < 0 ? keyType : valueType);
    }

    /** An element takes at least its minimum on the wire, so a count that the remaining bytes cannot back is a lie. */
    private int checkSize(int size, int minimum, int type) {
        if (size == 0) {
            return 0;
        }
        if (minimum < 0) {
            throw ThriftType.unknown("element type", type);
        }
        if (size < 0 || (long) size * minimum > buffer.readableBytes()) {
            throw malformed("container size: " + Integer.toUnsignedString(size) + " (expected: at most "
                    + buffer.readableBytes() / minimum + ", as " + buffer.readableBytes() + " bytes remain)");
        }
        return size;
    }

    private int readLength(String what) {
        require(4);
        int length = buffer.readInt();
        if (length < 0 || length > buffer.readableBytes()) {
            throw malformed(
                    what + " length: " + length + " (expected: 0-" + buffer.readableBytes() + ", the bytes that remain)");
        }
        return length;
    }

    private void skipBytes(int count) {
        require(count);
        buffer.skipBytes(count);
    }

    private void enter() {
        if (++depth > maxDepth) {
            throw malformed("nesting depth: " + depth + " (expected: at most " + maxDepth + ")");
        }
    }

    private void require(int bytes) {
        if (buffer.readableBytes() < bytes) {
            throw malformed(
                    "message ends early: " + buffer.readableBytes() + " bytes remain (expected: at least " + bytes + ")");
        }
    }
}
