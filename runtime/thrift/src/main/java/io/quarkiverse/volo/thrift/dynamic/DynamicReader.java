package io.quarkiverse.volo.thrift.dynamic;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.descriptor.DefinedType;
import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import io.quarkiverse.volo.thrift.descriptor.FieldDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor.Kind;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;

/** Reads values as their descriptors say, with the rules of generated code: what is of another type is skipped. */
final class DynamicReader {

    private DynamicReader() {
    }

    static DynamicStruct struct(ThriftReader in, StructDescriptor struct) {
        return struct.kind() == Kind.UNION ? union(in, struct) : fields(in, struct);
    }

    private static DynamicStruct fields(ThriftReader in, StructDescriptor struct) {
        @Nullable
        Object[] values = new Object[struct.fields().size()];
        in.structBegin();
        for (int header; (header = in.readField()) != 0;) {
            read(in, struct, header, values);
        }
        in.structEnd();
        complete(in, struct, values);
        return new DynamicStruct(struct, values);
    }

    private static void read(ThriftReader in, StructDescriptor struct, int header, @Nullable Object[] values) {
        FieldDescriptor field = struct.field((short) header);
        if (field == null || header >>> 16 != WireTypes.of(field.type())) {
            in.skipField(header);
        } else {
            values[field.index()] = value(in, field.type());
        }
    }

    /** A member that the IDL does not name leaves the union empty. */
    private static DynamicStruct union(ThriftReader in, StructDescriptor union) {
        @Nullable
        Object[] values = new Object[union.fields().size()];
        int first = 0;
        in.structBegin();
        for (int header; (header = in.readField()) != 0;) {
            if (first != 0) {
                throw in.secondMember(union.name(), nameOf(union, first), nameOf(union, header));
            }
            read(in, union, header, values);
            first = header;
        }
        in.structEnd();
        if (first == 0) {
            throw in.noMember(union.name());
        }
        return new DynamicStruct(union, values);
    }

    private static String nameOf(StructDescriptor union, int header) {
        FieldDescriptor member = union.field((short) header);
        return member == null ? String.valueOf((short) header) : "'" + member.name() + "'";
    }

    private static void complete(ThriftReader in, StructDescriptor struct, @Nullable Object[] values) {
        for (FieldDescriptor field : struct.fields()) {
            if (values[field.index()] == null) {
                Object defaultValue = StructFitting.defaultOf(field);
                if (defaultValue == null && StructFitting.isRequired(struct, field)) {
                    throw in.missing(struct.name(), field.name());
                }
                values[field.index()] = defaultValue;
            }
        }
    }

    /** Null if it is a container of elements of another type. */
    static @Nullable Object value(ThriftReader in, TypeDescriptor type) {
        if (type instanceof TypeDescriptor.Base base) {
            return scalar(in, base);
        }
        if (type instanceof TypeDescriptor.ListOf list) {
            return list(in, list.element());
        }
        if (type instanceof TypeDescriptor.SetOf set) {
            return set(in, set.element());
        }
        if (type instanceof TypeDescriptor.MapOf map) {
            return map(in, map);
        }
        DefinedType definition = ((TypeDescriptor.Defined) type).definition();
        return definition instanceof EnumDescriptor enumeration ? member(enumeration, in.readI32())
                : struct(in, (StructDescriptor) definition);
    }

    private static Object scalar(ThriftReader in, TypeDescriptor.Base type) {
        return switch (type) {
            case BOOL -> in.readBool();
            case BYTE -> in.readByte();
            case I16 -> in.readI16();
            case I32 -> in.readI32();
            case I64 -> in.readI64();
            case DOUBLE -> in.readDouble();
            case STRING -> in.readString();
            case BINARY -> in.readBinary();
            case UUID -> in.readUuid();
        };
    }

    private static Object member(EnumDescriptor enumeration, int number) {
        EnumDescriptor.Member member = enumeration.member(number);
        return member == null ? (Object) number : member.name();
    }

    private static @Nullable Object list(ThriftReader in, TypeDescriptor element) {
        int size = in.readListBegin(WireTypes.of(element));
        if (size < 0) {
            return null;
        }
        ImmutableList.Builder<Object> list = ImmutableList.builder(size);
        for (int i = 0; i < size; i++) {
            list.add(element(in, element));
        }
        return list.build();
    }

    private static @Nullable Object set(ThriftReader in, TypeDescriptor element) {
        int size = in.readSetBegin(WireTypes.of(element));
        if (size < 0) {
            return null;
        }
        ImmutableSet.Builder<Object> set = Containers.set(element, size);
        for (int i = 0; i < size; i++) {
            set.add(element(in, element));
        }
        return set.build();
    }

    private static @Nullable Object map(ThriftReader in, TypeDescriptor.MapOf type) {
        int size = in.readMapBegin(WireTypes.of(type.key()), WireTypes.of(type.value()));
        if (size < 0) {
            return null;
        }
        ImmutableMap.Builder<Object, Object> map = Containers.map(type.key(), size);
        for (int i = 0; i < size; i++) {
            Object key = element(in, type.key());
            map.put(key, element(in, type.value()));
        }
        return map.build();
    }

    /** A container within a container has a place there, and is empty if its elements are of another type. */
    private static Object element(ThriftReader in, TypeDescriptor type) {
        Object element = value(in, type);
        if (element != null) {
            return element;
        }
        if (type instanceof TypeDescriptor.MapOf) {
            return ImmutableMap.of();
        }
        return type instanceof TypeDescriptor.SetOf ? ImmutableSet.of() : ImmutableList.of();
    }
}
