package io.quarkiverse.volo.codegen.compatibility;

import io.quarkiverse.volo.codegen.model.Type;

/** How a type is marked in a message; a reader skips what is marked otherwise than it expects. */
enum WireType {
    BOOL,
    BYTE,
    I16,
    I32,
    I64,
    DOUBLE,
    STRING,
    UUID,
    STRUCT,
    LIST,
    SET,
    MAP;

    /** Strings and bytes are marked alike, enums as numbers, unions and exceptions as structs. */
    static WireType of(Type type) {
        if (type instanceof Type.Base base) {
            return of(base);
        }
        if (type instanceof Type.Declared declared) {
            return declared.kind() == Type.Kind.ENUM ? I32 : STRUCT;
        }
        if (type instanceof Type.MapOf) {
            return MAP;
        }
        return type instanceof Type.ListOf ? LIST : SET;
    }

    private static WireType of(Type.Base base) {
        return switch (base) {
            case BOOL -> BOOL;
            case BYTE -> BYTE;
            case I16 -> I16;
            case I32 -> I32;
            case I64 -> I64;
            case DOUBLE -> DOUBLE;
            case STRING, BINARY -> STRING;
            case UUID -> UUID;
        };
    }
}
