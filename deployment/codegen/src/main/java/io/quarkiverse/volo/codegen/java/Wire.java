package io.quarkiverse.volo.codegen.java;

import java.util.Locale;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.WireType;

/** How generated code writes what marks a field on the wire. */
final class Wire {

    private Wire() {
    }

    /** A field's header as generated code writes it: type and id in one number. */
    static String header(Type type, int id) {
        return String.format(Locale.ROOT, "0x%02X_%04X", WireType.of(type).number(), id & 0xFFFF);
    }

    /** The comment beside the header. */
    static String shown(Field field) {
        return shown(field.id(), field.type(), field.name());
    }

    static String shown(int id, Type type, String name) {
        return id + ": " + type.shown() + " " + name;
    }
}
