package io.quarkiverse.volo.thrift.codec;

import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/** Writes a value of which nothing but its bytes is known, in another protocol than it was read in. */
final class Transcoder {

    /** What was read has been counted then; only the stack is to be watched. */
    private static final DecodeLimits LIMITS = DecodeLimits.DEFAULT.withMaxDepth(1_000)
            .withMaxElements(Integer.MAX_VALUE, "elements of an unknown field");

    private final ThriftReader in;
    private final ThriftWriter out;

    private Transcoder(ThriftReader in, ThriftWriter out) {
        this.in = in;
        this.out = out;
    }

    static void write(int type, Binary value, UnknownFields.Protocol protocol, ThriftWriter out) {
        ThriftReader in = switch (protocol) {
            case BINARY -> new BinaryReader(LIMITS);
            case COMPACT -> new CompactReader(LIMITS);
        };
        in.reset(Unpooled.wrappedBuffer(value.toByteArray()));
        new Transcoder(in, out).value(type);
        in.finish();
    }

    private void value(int type) {
        switch (type) {
            case ThriftType.BOOL -> out.writeBool(in.readBool());
            case ThriftType.BYTE -> out.writeByte(in.readByte());
            case ThriftType.DOUBLE -> out.writeDouble(in.readDouble());
            case ThriftType.I16 -> out.writeI16(in.readI16());
            case ThriftType.I32 -> out.writeI32(in.readI32());
            case ThriftType.I64 -> out.writeI64(in.readI64());
            // As bytes, whether they are text or not.
            case ThriftType.STRING -> out.writeBinary(in.readBinary());
            case ThriftType.STRUCT -> struct();
            case ThriftType.MAP -> map();
            case ThriftType.SET, ThriftType.LIST -> list();
            case ThriftType.UUID -> out.writeUuid(in.readUuid());
            default -> throw ThriftType.unknown("type", type);
        }
    }

    private void struct() {
        in.structBegin();
        out.structBegin();
        for (int field; (field = in.readField()) != 0;) {
            out.writeField(field);
            value(field >>> 16);
        }
        out.structEnd();
        in.structEnd();
    }

    private void list() {
        int size = in.openElements();
        int type = in.elementType;
        out.writeListBegin(size == 0 ? known(type) : type, size);
        for (int i = 0; i < size; i++) {
            value(type);
        }
        in.closeContainer();
    }

    private void map() {
        int size = in.openEntries();
        int keyType = in.elementType;
        int valueType = in.valueType;
        // An empty one leaves its types out in Compact; in Binary it has some.
        out.writeMapBegin(size == 0 ? ThriftType.BYTE : keyType, size == 0 ? ThriftType.BYTE : valueType, size);
        for (int i = 0; i < size; i++) {
            value(keyType);
            value(valueType);
        }
        in.closeContainer();
    }

    /** Nobody checks the type of no elements when it is read. */
    private static int known(int type) {
        return ThriftType.binaryMinimum(type) < 0 ? ThriftType.BYTE : type;
    }
}
