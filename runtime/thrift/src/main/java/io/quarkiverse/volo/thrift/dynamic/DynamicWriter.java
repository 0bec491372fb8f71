package io.quarkiverse.volo.thrift.dynamic;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.DefinedType;
import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import io.quarkiverse.volo.thrift.descriptor.FieldDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor.Kind;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;
import io.quarkiverse.volo.thrift.value.Binary;

/** Writes values that were made to fit their descriptors. */
final class DynamicWriter {

    private DynamicWriter() {
    }

    static void struct(ThriftWriter out, DynamicStruct struct) {
        if (struct.descriptor().kind() == Kind.UNION && struct.isEmpty()) {
            throw new InvalidValueException(struct.descriptor()
                    + ": a member that the IDL does not name, which was not kept (expected: a member of the IDL)");
        }
        out.structBegin();
        for (FieldDescriptor field : struct.descriptor().fields()) {
            Object value = struct.at(field);
            if (value != null) {
                out.writeField(WireTypes.header(field.type(), field.id()));
                value(out, field.type(), value);
            }
        }
        out.structEnd();
    }

    static void value(ThriftWriter out, TypeDescriptor type, Object value) {
        if (type instanceof TypeDescriptor.Base base) {
            scalar(out, base, value);
        } else if (type instanceof TypeDescriptor.ListOf list) {
            elements(out, list.element(), (Collection<?>) value);
        } else if (type instanceof TypeDescriptor.SetOf set) {
            elements(out, set.element(), (Collection<?>) value);
        } else if (type instanceof TypeDescriptor.MapOf map) {
            entries(out, map, (Map<?, ?>) value);
        } else {
            DefinedType definition = ((TypeDescriptor.Defined) type).definition();
            if (definition instanceof EnumDescriptor enumeration) {
                out.writeI32(number(enumeration, value));
            } else {
                struct(out, (DynamicStruct) value);
            }
        }
    }

    private static void scalar(ThriftWriter out, TypeDescriptor.Base type, Object value) {
        switch (type) {
            case BOOL -> out.writeBool((Boolean) value);
            case BYTE -> out.writeByte((Byte) value);
            case I16 -> out.writeI16((Short) value);
            case I32 -> out.writeI32((Integer) value);
            case I64 -> out.writeI64((Long) value);
            case DOUBLE -> out.writeDouble((Double) value);
            case STRING -> out.writeString((String) value);
            case BINARY -> out.writeBinary((Binary) value);
            case UUID -> out.writeUuid((UUID) value);
        }
    }

    private static int number(EnumDescriptor enumeration, Object value) {
        return value instanceof Integer number ? number
                : Objects.requireNonNull(enumeration.member((String) value), enumeration::toString).number();
    }

    private static void elements(ThriftWriter out, TypeDescriptor type, Collection<?> elements) {
        out.writeListBegin(WireTypes.of(type), elements.size());
        for (Object element : elements) {
            value(out, type, element);
        }
    }

    private static void entries(ThriftWriter out, TypeDescriptor.MapOf type, Map<?, ?> entries) {
        out.writeMapBegin(WireTypes.of(type.key()), WireTypes.of(type.value()), entries.size());
        entries.forEach((key, entry) -> {
            value(out, type.key(), key);
            value(out, type.value(), entry);
        });
    }
}
