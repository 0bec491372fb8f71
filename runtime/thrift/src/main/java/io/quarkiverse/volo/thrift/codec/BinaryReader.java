package io.quarkiverse.volo.thrift.codec;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/** Reads Thrift's strict Binary protocol (thrift-binary-protocol.md of Apache Thrift). */
public final class BinaryReader extends ThriftReader {

    private static final int TYPE_MASK = 0xff;

    public BinaryReader() {
        this(DecodeLimits.DEFAULT);
    }

    public BinaryReader(DecodeLimits limits) {
        super(limits);
    }

    @Override
    public BinaryReader reset(ByteBuf buffer) {
        super.reset(buffer);
        return this;
    }

    /** Version 1 of the strict form only, as Volo and Kitex. */
    @Override
    public MessageHeader readMessageBegin() {
        int first = readI32();
        int version = first >>> 16;
        if (version != StrictHeader.VERSION) {
            throw malformed("message version: 0x" + Integer.toHexString(version) + " (expected: 0x8001)");
        }
        String name = readName();
        return new MessageHeader(first & TYPE_MASK, name, readI32());
    }

    @Override
    public int readField() {
        if (have(4)) {
            // A field's type and id, and the first byte of its value or of what follows the struct: one access.
            int field = BigEndian.getInt(array, position) >>> 8;
            if (field > 0xffff) {
                position += 3;
                return field;
            }
            position++;
            return 0;
        }
        return readLastField();
    }

    /** A field that the array ends with. */
    private int readLastField() {
        require(1);
        int type = array[position] & TYPE_MASK;
        if (type == ThriftType.STOP) {
            position++;
            return 0;
        }
        require(3);
        int id = BigEndian.getShort(array, position + 1) & 0xffff;
        position += 3;
        return type << 16 | id;
    }

    @Override
    public boolean readBool() {
        return readByte() != 0;
    }

    @Override
    public short readI16() {
        require(2);
        short value = BigEndian.getShort(array, position);
        position += 2;
        return value;
    }

    @Override
    public int readI32() {
        require(4);
        int value = BigEndian.getInt(array, position);
        position += 4;
        return value;
    }

    @Override
    public long readI64() {
        require(8);
        long value = BigEndian.getLong(array, position);
        position += 8;
        return value;
    }

    @Override
    public double readDouble() {
        return Double.longBitsToDouble(readI64());
    }

    @Override
    UnknownFields.Protocol protocol() {
        return UnknownFields.Protocol.BINARY;
    }

    @Override
    int readRawLength() {
        return readI32();
    }

    @Override
    int readElementsBegin() {
        require(5);
        elementType = array[position] & TYPE_MASK;
        int size = BigEndian.getInt(array, position + 1);
        position += 5;
        return size == 0 ? 0 : checkSize(size, minimum(elementType));
    }

    @Override
    int readEntriesBegin() {
        require(6);
        elementType = array[position] & TYPE_MASK;
        valueType = array[position + 1] & TYPE_MASK;
        int size = BigEndian.getInt(array, position + 2);
        position += 6;
        return size == 0 ? 0 : checkSize(size, minimum(elementType) + minimum(valueType));
    }

    private static int minimum(int type) {
        int minimum = ThriftType.binaryMinimum(type);
        if (minimum < 0) {
            throw ThriftType.unknown("element type", type);
        }
        return minimum;
    }

    @Override
    int fixedSize(int type) {
        return ThriftType.binarySize(type);
    }

    @Override
    void skipNumber(int type) {
        throw ThriftType.unknown("type", type); // Every number has a fixed size here.
    }

    @Override
    long[] readLongs(int size) {
        return BinaryNumbers.readLongs(this, size);
    }

    @Override
    int[] readInts(int size) {
        return BinaryNumbers.readInts(this, size);
    }

    @Override
    short[] readShorts(int size) {
        return BinaryNumbers.readShorts(this, size);
    }

    @Override
    double[] readDoubles(int size) {
        return BinaryNumbers.readDoubles(this, size);
    }

    @Override
    boolean[] readBooleans(int size) {
        return BinaryNumbers.readBooleans(this, size);
    }
}
