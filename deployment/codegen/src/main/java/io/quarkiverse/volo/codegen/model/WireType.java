package io.quarkiverse.volo.codegen.model;

/**
 * How a type is marked in a message, by the names and numbers of the runtime's {@code ThriftType}; a reader skips what is
 * marked otherwise than it expects.
 */
public enum WireType {

    BOOL(2),
    BYTE(3),
    DOUBLE(4),
    I16(6),
    I32(8),
    I64(10),
    STRING(11),
    STRUCT(12),
    MAP(13),
    SET(14),
    LIST(15),
    UUID(16);

    private final int number;

    WireType(int number) {
        this.number = number;
    }

    /** The number that stands for the type in Thrift's Binary protocol. */
    public int number() {
        return number;
    }

    /** Strings and bytes are marked alike, enums as numbers, unions and exceptions as structs. */
    public static WireType of(Type type) {
        if (type instanceof Type.Declared declared) {
            return declared.kind() == Type.Kind.ENUM ? I32 : STRUCT;
        }
        if (type instanceof Type.ListOf) {
            return LIST;
        }
        if (type instanceof Type.SetOf) {
            return SET;
        }
        if (type instanceof Type.MapOf) {
            return MAP;
        }
        return type == Type.Base.BINARY ? STRING : valueOf(((Type.Base) type).name());
    }
}
