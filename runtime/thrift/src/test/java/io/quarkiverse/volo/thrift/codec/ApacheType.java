package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TSet;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

import io.quarkiverse.volo.thrift.value.Binary;

/**
 * A Thrift type as generated code of ours and generated code of Apache's write and read it.
 *
 * @param number Apache's number of it
 */
record ApacheType<T>(byte number, Write<ThriftWriter, T> write, Read<ThriftReader, T> read, Write<TProtocol, T> apacheWrite,
        Read<TProtocol, T> apacheRead) {

    interface Write<P, T> {

        void to(P out, T value) throws TException;
    }

    interface Read<P, T> {

        T from(P in) throws TException;
    }

    /** A field of a struct. */
    record Field(int id, ApacheType<Object> type) {
    }

    static final ApacheType<Boolean> BOOL = new ApacheType<>(TType.BOOL, ThriftWriter::writeBool, ThriftReader::readBool,
            TProtocol::writeBool, TProtocol::readBool);
    static final ApacheType<Byte> BYTE = new ApacheType<>(TType.BYTE, ThriftWriter::writeByte, ThriftReader::readByte,
            TProtocol::writeByte, TProtocol::readByte);
    static final ApacheType<Short> I16 = new ApacheType<>(TType.I16, ThriftWriter::writeI16, ThriftReader::readI16,
            TProtocol::writeI16, TProtocol::readI16);
    static final ApacheType<Integer> I32 = new ApacheType<>(TType.I32, ThriftWriter::writeI32, ThriftReader::readI32,
            TProtocol::writeI32, TProtocol::readI32);
    static final ApacheType<Long> I64 = new ApacheType<>(TType.I64, ThriftWriter::writeI64, ThriftReader::readI64,
            TProtocol::writeI64, TProtocol::readI64);
    static final ApacheType<Double> DOUBLE = new ApacheType<>(TType.DOUBLE, ThriftWriter::writeDouble,
            ThriftReader::readDouble, TProtocol::writeDouble, TProtocol::readDouble);
    static final ApacheType<UUID> UUID = new ApacheType<>(TType.UUID, ThriftWriter::writeUuid, ThriftReader::readUuid,
            TProtocol::writeUuid, TProtocol::readUuid);
    static final ApacheType<String> STRING = new ApacheType<>(TType.STRING, ThriftWriter::writeString,
            ThriftReader::readString, TProtocol::writeString, TProtocol::readString);
    static final ApacheType<Binary> BINARY = new ApacheType<>(TType.STRING, ThriftWriter::writeBinary,
            ThriftReader::readBinary, (out, value) -> out.writeBinary(ByteBuffer.wrap(value.toByteArray())),
            in -> Binary.copyOf(in.readBinary()));

    static <T> ApacheType<List<T>> list(ApacheType<T> element) {
        return new ApacheType<>(TType.LIST, (out, list) -> {
            out.writeListBegin(element.number, list.size());
            writeEach(element.write, out, list);
        }, in -> readEach(element.read, in, in.readListBegin(element.number), new ArrayList<>()), (out, list) -> {
            out.writeListBegin(new TList(element.number, list.size()));
            writeEach(element.apacheWrite, out, list);
        }, in -> {
            TList begin = in.readListBegin();
            assertThat(begin.elemType).isEqualTo(element.number);
            return readEach(element.apacheRead, in, begin.size, new ArrayList<>());
        });
    }

    static <T> ApacheType<Set<T>> set(ApacheType<T> element) {
        return new ApacheType<>(TType.SET, (out, set) -> {
            out.writeSetBegin(element.number, set.size());
            writeEach(element.write, out, set);
        }, in -> readEach(element.read, in, in.readSetBegin(element.number), new LinkedHashSet<>()), (out, set) -> {
            out.writeSetBegin(new TSet(element.number, set.size()));
            writeEach(element.apacheWrite, out, set);
        }, in -> {
            TSet begin = in.readSetBegin();
            assertThat(begin.elemType).isEqualTo(element.number);
            return readEach(element.apacheRead, in, begin.size, new LinkedHashSet<>());
        });
    }

    static <K, V> ApacheType<Map<K, V>> map(ApacheType<K> key, ApacheType<V> value) {
        return new ApacheType<>(TType.MAP, (out, map) -> {
            out.writeMapBegin(key.number, value.number, map.size());
            writeEntries(key.write, value.write, out, map);
        }, in -> readEntries(key.read, value.read, in, in.readMapBegin(key.number, value.number)), (out, map) -> {
            out.writeMapBegin(new TMap(key.number, value.number, map.size()));
            writeEntries(key.apacheWrite, value.apacheWrite, out, map);
        }, in -> {
            TMap begin = in.readMapBegin();
            // Compact says no types where there are no entries.
            if (begin.size > 0) {
                assertThat(begin.keyType).isEqualTo(key.number);
                assertThat(begin.valueType).isEqualTo(value.number);
            }
            return readEntries(key.apacheRead, value.apacheRead, in, begin.size);
        });
    }

    @SuppressWarnings("unchecked")
    static Field field(int id, ApacheType<?> type) {
        return new Field(id, (ApacheType<Object>) type);
    }

    /** A struct whose value is the list of its fields' values. */
    static ApacheType<List<Object>> struct(Field... fields) {
        return new ApacheType<>(TType.STRUCT, (out, values) -> {
            out.structBegin();
            for (int i = 0; i < fields.length; i++) {
                out.writeField(number(fields[i]));
                fields[i].type.write.to(out, values.get(i));
            }
            out.structEnd();
        }, in -> {
            List<Object> values = new ArrayList<>();
            in.structBegin();
            for (Field field : fields) {
                assertThat(in.readField()).isEqualTo(number(field));
                values.add(field.type.read.from(in));
            }
            assertThat(in.readField()).isZero();
            in.structEnd();
            return values;
        }, (out, values) -> {
            out.writeStructBegin(new TStruct());
            for (int i = 0; i < fields.length; i++) {
                out.writeFieldBegin(new TField("", fields[i].type.number, (short) fields[i].id));
                fields[i].type.apacheWrite.to(out, values.get(i));
                out.writeFieldEnd();
            }
            out.writeFieldStop();
            out.writeStructEnd();
        }, in -> {
            List<Object> values = new ArrayList<>();
            in.readStructBegin();
            for (Field field : fields) {
                assertThat(in.readFieldBegin()).isEqualTo(new TField("", field.type.number, (short) field.id));
                values.add(field.type.apacheRead.from(in));
                in.readFieldEnd();
            }
            assertThat(in.readFieldBegin().type).isEqualTo(TType.STOP);
            in.readStructEnd();
            return values;
        });
    }

    private static int number(Field field) {
        return field.type.number << 16 | field.id & 0xffff;
    }

    private static <P, T> void writeEach(Write<P, T> write, P out, Iterable<T> elements) throws TException {
        for (T element : elements) {
            write.to(out, element);
        }
    }

    private static <P, T, C extends Collection<? super T>> C readEach(Read<P, T> read, P in, int size, C elements)
            throws TException {
        for (int i = 0; i < size; i++) {
            elements.add(read.from(in));
        }
        return elements;
    }

    private static <P, K, V> void writeEntries(Write<P, K> key, Write<P, V> value, P out, Map<K, V> entries)
            throws TException {
        for (Map.Entry<K, V> entry : entries.entrySet()) {
            key.to(out, entry.getKey());
            value.to(out, entry.getValue());
        }
    }

    private static <P, K, V> Map<K, V> readEntries(Read<P, K> key, Read<P, V> value, P in, int size) throws TException {
        Map<K, V> entries = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            entries.put(key.from(in), value.from(in));
        }
        return entries;
    }
}
