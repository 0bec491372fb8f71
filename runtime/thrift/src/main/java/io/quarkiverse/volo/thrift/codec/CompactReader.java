package io.quarkiverse.volo.thrift.codec;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/** Reads Thrift's Compact protocol, version 1 (thrift-compact-protocol.md of Apache Thrift). */
public final class CompactReader extends ThriftReader {

    /** What a message begins with. */
    public static final int PROTOCOL_ID = 0x82;

    static final int VERSION = 1;

    private static final int NO_BOOL = 0;

    private final LastFieldIds ids = new LastFieldIds();
    /** The value of a bool field whose header was read last: it is in the header. */
    private int fieldBool = NO_BOOL;

    public CompactReader() {
        this(DecodeLimits.DEFAULT);
    }

    public CompactReader(DecodeLimits limits) {
        super(limits);
    }

    @Override
    public CompactReader reset(ByteBuf buffer) {
        super.reset(buffer);
        ids.reset();
        fieldBool = NO_BOOL;
        return this;
    }

    @Override
    public MessageHeader readMessageBegin() {
        require(2);
        int id = array[position] & 0xff;
        int second = array[position + 1] & 0xff;
        if (id != PROTOCOL_ID || (second & 0x1f) != VERSION) {
            throw malformed("message version: 0x" + Integer.toHexString(id << 8 | second)
                    + " (expected: 0x82, and 1 in the lower five bits)");
        }
        position += 2;
        int sequenceId = readVarint32();
        return new MessageHeader(second >>> 5, readName(), sequenceId);
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
    public int readField() {
        int header = readByte();
        if (header == ThriftType.STOP) {
            return 0;
        }
        int compactType = header & 0xf;
        int delta = (header & 0xff) >>> 4;
        int id = delta == 0 ? readI16() : ids.last + delta;
        if (id > Short.MAX_VALUE) {
            throw malformed("field id: " + id + " (expected: at most 32767)");
        }
        ids.last = id;
        int type = CompactType.toThrift(compactType);
        if (type == ThriftType.BOOL) {
            fieldBool = compactType;
        }
        return type << 16 | (id & 0xffff);
    }

    @Override
    public void skipField(int field) {
        if (field >>> 16 == ThriftType.BOOL) {
            fieldBool = NO_BOOL;
        } else {
            super.skipField(field);
        }
    }

    @Override
    public boolean readBool() {
        int bool = fieldBool;
        if (bool != NO_BOOL) {
            fieldBool = NO_BOOL;
            return bool == CompactType.TRUE;
        }
        return readByte() == CompactType.TRUE;
    }

    @Override
    public short readI16() {
        int value = readI32();
        if (value != (short) value) {
            throw malformed("i16: " + value + " (expected: -32768-32767)");
        }
        return (short) value;
    }

    @Override
    public int readI32() {
        int zigzag = readVarint32();
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    @Override
    public long readI64() {
        long zigzag = readVarint64();
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    @Override
    public double readDouble() {
        require(8);
        long bits = LittleEndian.getLong(array, position);
        position += 8;
        return Double.longBitsToDouble(bits);
    }

    private int readVarint32() {
        if (position < limit && array[position] >= 0) {
            return array[position++];
        }
        if (limit - position >= Varint.WORD) {
            long word = LittleEndian.getLong(array, position);
            long ends = Varint.endsOf32Bits(word);
            long value = Varint.value(word, ends);
            if (ends != 0 && value >>> 32 == 0) {
                position += Varint.size(ends);
                return (int) value;
            }
        }
        return (int) readLongVarint(32);
    }

    private long readVarint64() {
        if (position < limit && array[position] >= 0) {
            return array[position++];
        }
        if (limit - position >= Varint.WORD) {
            long word = LittleEndian.getLong(array, position);
            long ends = Varint.ends(word);
            if (ends != 0) {
                position += Varint.size(ends);
                return Varint.value(word, ends);
            }
        }
        return readLongVarint(64);
    }

    /** A varint of any length; one with more bytes than its type can need, or more bits, is an error. */
    private long readLongVarint(int bits) {
        long value = 0;
        for (int shift = 0; shift < bits; shift += 7) {
            int next = readByte();
            if (bits - shift < 7 && next >>> (bits - shift) != 0) {
                break;
            }
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("varint: more than " + bits + " bits (expected: at most that)");
    }

    @Override
    UnknownFields.Protocol protocol() {
        return UnknownFields.Protocol.COMPACT;
    }

    /** That of a bool field is in the header: it is told as an element of a list would be. */
    @Override
    Binary skippedValue(int field) {
        if (field >>> 16 != ThriftType.BOOL) {
            return super.skippedValue(field);
        }
        return Binary.wrap(new byte[] { (byte) (readBool() ? CompactType.TRUE : CompactType.FALSE) });
    }

    @Override
    int readRawLength() {
        return readVarint32();
    }

    @Override
    int readElementsBegin() {
        int header = readByte() & 0xff;
        int size = header >>> 4;
        if (size == 15) {
            size = readVarint32();
        }
        if (size == 0) {
            elementType = CompactType.toThriftIfKnown(header & 0xf);
            return 0;
        }
        elementType = CompactType.toThrift(header & 0xf);
        return checkSize(size, CompactType.minimum(elementType));
    }

    @Override
    int readEntriesBegin() {
        int size = readVarint32();
        if (size == 0) {
            return 0;
        }
        int types = readByte() & 0xff;
        elementType = CompactType.toThrift(types >>> 4);
        valueType = CompactType.toThrift(types & 0xf);
        return checkSize(size, CompactType.minimum(elementType) + CompactType.minimum(valueType));
    }

    @Override
    int fixedSize(int type) {
        return CompactType.fixedSize(type);
    }

    @Override
    void skipNumber(int type) {
        readLongVarint(type == ThriftType.I64 ? 64 : 32);
    }

    @Override
    long[] readLongs(int size) {
        return CompactNumbers.readLongs(this, size);
    }

    @Override
    int[] readInts(int size) {
        return CompactNumbers.readInts(this, size);
    }

    @Override
    short[] readShorts(int size) {
        return CompactNumbers.readShorts(this, size);
    }

    @Override
    double[] readDoubles(int size) {
        return CompactNumbers.readDoubles(this, size);
    }

    @Override
    boolean[] readBooleans(int size) {
        return CompactNumbers.readBooleans(this, size);
    }
}
