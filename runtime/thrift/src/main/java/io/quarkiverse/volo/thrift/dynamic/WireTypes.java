package io.quarkiverse.volo.thrift.dynamic;

import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;

/** How types are marked on the wire: strings and bytes alike, enums as numbers, unions and exceptions as structs. */
final class WireTypes {

    private WireTypes() {
    }

    /** One of {@link ThriftType}. */
    static int of(TypeDescriptor type) {
        if (type instanceof TypeDescriptor.Base base) {
            return of(base);
        }
        if (type instanceof TypeDescriptor.ListOf) {
            return ThriftType.LIST;
        }
        if (type instanceof TypeDescriptor.SetOf) {
            return ThriftType.SET;
        }
        if (type instanceof TypeDescriptor.MapOf) {
            return ThriftType.MAP;
        }
        return isEnum(type) ? ThriftType.I32 : ThriftType.STRUCT;
    }

    private static int of(TypeDescriptor.Base type) {
        return switch (type) {
            case BOOL -> ThriftType.BOOL;
            case BYTE -> ThriftType.BYTE;
            case I16 -> ThriftType.I16;
            case I32 -> ThriftType.I32;
            case I64 -> ThriftType.I64;
            case DOUBLE -> ThriftType.DOUBLE;
            case STRING, BINARY -> ThriftType.STRING;
            case UUID -> ThriftType.UUID;
        };
    }

    static boolean isEnum(TypeDescriptor type) {
        return type instanceof TypeDescriptor.Defined defined && defined.definition() instanceof EnumDescriptor;
    }

    /** Type and id in one number. */
    static int header(TypeDescriptor type, int id) {
        return of(type) << 16 | (id & 0xffff);
    }
}
