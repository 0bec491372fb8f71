package io.quarkiverse.volo.thrift.codec;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.ByteList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/**
 * Reads the values of one message, in one of Thrift's protocols. Takes no memory for a length or count that the remaining bytes
 * cannot back, and keeps to its {@link DecodeLimits}. Every failure is a {@link VoloException} of kind PROTOCOL. Not
 * thread-safe; may be {@linkplain #reset reused}. The buffer is never released here; that something was read from it shows in
 * its reader index when the outermost struct has ended, or after {@link #finish()}.
 */
public abstract sealed class ThriftReader extends InputWindow permits BinaryReader, CompactReader {

    private static final char REPLACEMENT = '\ufffd';

    /** What the elements of the container are, or a map's keys, whose beginning was read last. */
    int elementType;
    /** What the values of the map are, whose beginning was read last. */
    int valueType;
    /** How often something was read that its type in Java cannot hold; see {@link FieldKeeper}. */
    int losses;

    private final DecodeLimits limits;
    private int depth;
    private int elementsLeft;
    private int malformedStrings;

    ThriftReader(DecodeLimits limits) {
        this.limits = limits;
    }

    /** Begins with another buffer, which stays the caller's. */
    public ThriftReader reset(ByteBuf buffer) {
        open(buffer);
        depth = 0;
        elementsLeft = limits.maxElements();
        malformedStrings = 0;
        losses = 0;
        return this;
    }

    /** Ends: the buffer's reader index says what has been read, and the buffer is let go. */
    public final void finish() {
        sync();
        close();
    }

    /** How many strings of the message were no UTF-8 and have been mended, so far. */
    public final int malformedStrings() {
        return malformedStrings;
    }

    /** What a message begins with. */
    public abstract MessageHeader readMessageBegin();

    public void structBegin() {
        enter();
    }

    public void structEnd() {
        if (--depth == 0) {
            sync();
        }
    }

    /** The next field as {@code type << 16 | id}, or 0 at the struct's end. */
    public abstract int readField();

    /** Skips the value of a field that {@link #readField()} has announced. */
    public void skipField(int field) {
        skip(field >>> 16);
    }

    public abstract boolean readBool();

    public final byte readByte() {
        require(1);
        return array[position++];
    }

    public abstract short readI16();

    public abstract int readI32();

    public abstract long readI64();

    public abstract double readDouble();

    /** A string; malformed UTF-8 is replaced, as Apache Thrift does, or refused, as the limits say. */
    public final String readString() {
        int length = readLength("string");
        if (length == 0) {
            return "";
        }
        if (!inArray(length)) {
            byte[] bytes = copy(length);
            return checked(new String(bytes, StandardCharsets.UTF_8), bytes, 0, length);
        }
        int start = position;
        position += length;
        return checked(new String(array, start, length, StandardCharsets.UTF_8), array, start, length);
    }

    /** The search costs nothing where there are only characters of Latin-1: Java knows that they are no replacement. */
    private String checked(String value, byte[] bytes, int start, int length) {
        if (value.indexOf(REPLACEMENT) >= 0) {
            replaced(value, bytes, start, length);
        }
        return value;
    }

    private void replaced(String value, byte[] bytes, int start, int length) {
        byte[] again = value.getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(again, 0, again.length, bytes, start, start + length)) {
            return; // The sender wrote the replacement itself.
        }
        if (limits.rejectMalformedUtf8()) {
            throw malformed("string: malformed UTF-8 in " + length + " bytes (expected: UTF-8, as malformed-utf8=reject asks)");
        }
        malformedStrings++;
    }

    /** A string that is likely to come again, such as a method's name: a known one takes no memory. */
    final String readName() {
        int length = readLength("method name");
        if (!inArray(length)) {
            return new String(copy(length), StandardCharsets.UTF_8);
        }
        String name = NameCache.SHARED.get(array, position, length);
        position += length;
        return name;
    }

    public final Binary readBinary() {
        int length = readLength("binary");
        return length == 0 ? Binary.EMPTY : Binary.wrap(copy(length));
    }

    public final UUID readUuid() {
        require(16);
        long most = BigEndian.getLong(array, position);
        long least = BigEndian.getLong(array, position + 8);
        position += 16;
        return new UUID(most, least);
    }

    /** The size of a list, or -1 if its elements are of another type: then the whole list has been skipped. */
    public final int readListBegin(int elementType) {
        countElement();
        int size = readElementsBegin();
        if (size == 0 || this.elementType == elementType) {
            return size;
        }
        skipElements(size, this.elementType);
        losses++;
        return -1;
    }

    /** The size of a set, or -1 if its elements are of another type: then the whole set has been skipped. */
    public final int readSetBegin(int elementType) {
        return readListBegin(elementType);
    }

    /** The size of a map, or -1 if its keys or values are of other types: then the whole map has been skipped. */
    public final int readMapBegin(int keyType, int valueType) {
        countElement();
        int size = readEntriesBegin();
        // An empty map may leave its types out.
        if (size == 0 || (elementType == keyType && this.valueType == valueType)) {
            return size;
        }
        skipEntries(size, elementType, this.valueType);
        losses++;
        return -1;
    }

    /** Tells that a number was read that an enum does not name; see {@link FieldKeeper}. */
    public final void unrecognized() {
        losses++;
    }

    /** A list whose elements stay unboxed; {@code null} if they are of another type: then the whole list has been skipped. */
    public final @Nullable LongList readLongList() {
        int size = readListBegin(ThriftType.I64);
        return size < 0 ? null : LongList.wrap(readLongs(size));
    }

    /** A list whose elements stay unboxed; {@code null} if they are of another type: then the whole list has been skipped. */
    public final @Nullable IntList readIntList() {
        int size = readListBegin(ThriftType.I32);
        return size < 0 ? null : IntList.wrap(readInts(size));
    }

    /** A list whose elements stay unboxed; {@code null} if they are of another type: then the whole list has been skipped. */
    public final @Nullable ShortList readShortList() {
        int size = readListBegin(ThriftType.I16);
        return size < 0 ? null : ShortList.wrap(readShorts(size));
    }

    /** A list whose elements stay unboxed; {@code null} if they are of another type: then the whole list has been skipped. */
    public final @Nullable DoubleList readDoubleList() {
        int size = readListBegin(ThriftType.DOUBLE);
        return size < 0 ? null : DoubleList.wrap(readDoubles(size));
    }

    /** A list whose elements stay unboxed; {@code null} if they are of another type: then the whole list has been skipped. */
    public final @Nullable BooleanList readBooleanList() {
        int size = readListBegin(ThriftType.BOOL);
        return size < 0 ? null : BooleanList.wrap(readBooleans(size));
    }

    /** A list whose elements stay unboxed; {@code null} if they are of another type: then the whole list has been skipped. */
    public final @Nullable ByteList readByteList() {
        int size = readListBegin(ThriftType.BYTE);
        return size < 0 ? null : ByteList.wrap(copy(size));
    }

    /** The failure for a struct that lacks a required field. */
    public final VoloException missing(String struct, String field) {
        return malformed(struct + ": required field '" + field + "' is missing");
    }

    /** The failure for a union that has nothing in it. */
    public final VoloException noMember(String union) {
        return malformed(union + ": no member (expected: one)");
    }

    /** The failure for a union that has more than one member. */
    public final VoloException secondMember(String union, String first, String second) {
        return malformed(union + ": second member " + second + " beside " + first + " (expected: one)");
    }

    /** In what protocol the message is. */
    abstract UnknownFields.Protocol protocol();

    /** Skips the value of a field that {@link #readField()} has announced, and answers its bytes. */
    Binary skippedValue(int field) {
        int start = offset();
        skipField(field);
        return Binary.wrap(since(start));
    }

    /** A few bytes of a message can be a kept field in memory. */
    final void countKept() {
        countElement();
    }

    /** Begins a list or set of whatever elements: answers the size and sets {@link #elementType}. */
    final int openElements() {
        enter();
        return readElementsBegin();
    }

    /** Begins a map of whatever entries: answers the size and sets {@link #elementType} and {@link #valueType}. */
    final int openEntries() {
        enter();
        return readEntriesBegin();
    }

    final void closeContainer() {
        depth--;
    }

    /** Reads what a list or set begins with: answers the size, checked, and sets {@link #elementType}. */
    abstract int readElementsBegin();

    /** Reads what a map begins with: answers the size, checked, and sets {@link #elementType} and {@link #valueType}. */
    abstract int readEntriesBegin();

    /** The elements of a list whose size, which is checked, was read. */
    abstract long[] readLongs(int size);

    abstract int[] readInts(int size);

    abstract short[] readShorts(int size);

    abstract double[] readDoubles(int size);

    abstract boolean[] readBooleans(int size);

    /** The length of a string or binary, as the protocol has it; not checked. */
    abstract int readRawLength();

    /** Skips a number of varying size. */
    abstract void skipNumber(int type);

    /** How many bytes every value of the type takes, or 0 if that differs. */
    abstract int fixedSize(int type);

    /** An element takes at least its minimum on the wire, so a count that the remaining bytes cannot back is a lie. */
    final int checkSize(int size, int minimum) {
        if (size < 0 || (long) size * minimum > remaining()) {
            throw malformed("container size: " + Integer.toUnsignedString(size) + " (expected: at most "
                    + remaining() / minimum + ", as " + remaining() + " bytes remain)");
        }
        return size;
    }

    private int readLength(String what) {
        int length = readRawLength();
        if (length < 0 || length > remaining()) {
            throw malformed(what + " length: " + length + " (expected: 0-" + remaining() + ", the bytes that remain)");
        }
        return length;
    }

    private void skip(int type) {
        int size = fixedSize(type);
        if (size > 0) {
            skipBytes(size);
            return;
        }
        switch (type) {
            case ThriftType.STRING -> skipBytes(readLength("string"));
            case ThriftType.STRUCT -> skipStruct();
            case ThriftType.LIST, ThriftType.SET -> skipList();
            case ThriftType.MAP -> skipMap();
            case ThriftType.I16, ThriftType.I32, ThriftType.I64 -> skipNumber(type);
            default -> throw ThriftType.unknown("type", type);
        }
    }

    private void skipStruct() {
        structBegin();
        for (int field = readField(); field != 0; field = readField()) {
            skipField(field);
        }
        structEnd();
    }

    private void skipList() {
        countElement();
        int size = readElementsBegin();
        skipElements(size, elementType);
    }

    private void skipMap() {
        countElement();
        int size = readEntriesBegin();
        skipEntries(size, elementType, valueType);
    }

    private void skipElements(int size, int type) {
        int each = fixedSize(type);
        if (each > 0) {
            skipBytes((long) each * size);
            return;
        }
        deeper();
        for (int i = 0; i < size; i++) {
            skip(type);
        }
        depth--;
    }

    private void skipEntries(int size, int keyType, int valueType) {
        deeper();
        for (int i = 0; i < size; i++) {
            skip(keyType);
            skip(valueType);
        }
        depth--;
    }

    private void enter() {
        countElement();
        deeper();
    }

    private void deeper() {
        if (++depth > limits.maxDepth()) {
            throw malformed("nesting depth: " + depth + " (expected: at most " + limits.maxDepth() + ")");
        }
    }

    private void countElement() {
        if (--elementsLeft < 0) {
            throw malformed("structs and containers: more than " + limits.maxElements() + " (expected: at most that, "
                    + limits.elementsKey() + ")");
        }
    }
}
