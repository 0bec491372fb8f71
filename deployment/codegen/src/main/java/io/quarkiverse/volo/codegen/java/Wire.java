package io.quarkiverse.volo.codegen.java;

import java.util.Locale;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Type;

/** The numbers of types on the wire, by the names of the runtime's {@code ThriftType}. */
enum Wire {

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

    Wire(int number) {
        this.number = number;
    }

    static Wire of(Type type) {
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

    /** A field's header as generated code writes it: type and id in one number. */
    static String header(Type type, int id) {
        return String.format(Locale.ROOT, "0x%02X_%04X", of(type).number, id & 0xFFFF);
    }

    /** The comment beside the header. */
    static String shown(Field field) {
        return shown(field.id(), field.type(), field.name());
    }

    static String shown(int id, Type type, String name) {
        return id + ": " + type.shown() + " " + name;
    }
}
