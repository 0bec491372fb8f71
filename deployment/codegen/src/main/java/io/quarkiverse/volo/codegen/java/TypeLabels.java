package io.quarkiverse.volo.codegen.java;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.Spelling;

/** Words for types in the names of generated methods, such as {@code ListOfString}; no two types of one class share one. */
final class TypeLabels {

    private final NameTable table;
    private final Map<Type, String> labels = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    TypeLabels(NameTable table) {
        this.table = table;
    }

    String of(Type type) {
        return labels.computeIfAbsent(type, key -> Spelling.unique(description(key), taken));
    }

    private String description(Type type) {
        if (type instanceof Type.ListOf list) {
            return (list.array() ? "ArrayOf" : "ListOf") + description(list.element());
        }
        if (type instanceof Type.SetOf set) {
            return "SetOf" + description(set.element());
        }
        if (type instanceof Type.MapOf map) {
            return "MapOf" + description(map.key()) + "To" + description(map.value());
        }
        if (type instanceof Type.Declared declared) {
            return table.type(declared).simpleName();
        }
        return ofBase((Type.Base) type);
    }

    /** Also how the runtime's reader and writer call the type. */
    static String ofBase(Type.Base type) {
        return Spelling.upperCamel(type.shown());
    }
}
