package io.quarkiverse.volo.codegen.java;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;
import io.quarkiverse.volo.codegen.source.Spelling;

/** The defaults of a struct's fields; those that are more than a literal are made once, as static fields of the struct. */
final class DefaultValues {

    private final ValueExpressions values;
    private final TypeNames types;
    private final Map<Component, String> constants = new LinkedHashMap<>();

    DefaultValues(CompilationUnit unit, NameTable table, List<Component> components) {
        this.values = new ValueExpressions(unit, table);
        this.types = new TypeNames(unit, table);
        Set<String> taken = new HashSet<>();
        for (Component component : components) {
            Value value = component.defaultValue();
            if (value != null && !ValueExpressions.isSimple(value, component.type())) {
                constants.put(component, Spelling.unique("DEFAULT_" + Spelling.upperSnake(component.name()), taken));
            }
        }
    }

    /** The static fields. */
    void emitConstants(SourceWriter out) {
        constants.forEach((component, name) -> {
            Value value = component.defaultValue();
            if (value != null) {
                out.line("private static final " + types.plain(component.type()) + " " + name + " = "
                        + values.of(value, component.type()) + ";");
            }
        });
        if (!constants.isEmpty()) {
            out.blank();
        }
    }

    /** Whether every field of a class begins with the value. */
    static boolean isImplied(String value) {
        return value.equals("0") || value.equals("false");
    }

    /** What an absent field has: its default, else zero or empty. */
    String of(Component component) {
        String constant = constants.get(component);
        Value value = component.defaultValue();
        if (constant != null) {
            return constant;
        }
        return value == null ? values.zero(component.type()) : values.of(value, component.type());
    }
}
