package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;

/** Finds structs whose defaults need a value of the same struct: no value of them could ever be made. */
final class DefaultCycles {

    private final Program program;
    private final Diagnostics diagnostics;
    private final Map<Type.Declared, Set<Type.Declared>> needs = new HashMap<>();

    DefaultCycles(Program program, Diagnostics diagnostics) {
        this.program = program;
        this.diagnostics = diagnostics;
    }

    void check() {
        for (Document document : program.documents()) {
            document.structs().forEach(struct -> needs.put(struct.type(), neededBy(struct)));
        }
        for (Document document : program.documents()) {
            for (Struct struct : document.structs()) {
                struct.fields().forEach(field -> check(struct, field));
            }
        }
    }

    private void check(Struct struct, Field field) {
        Set<Type.Declared> reached = new HashSet<>();
        Deque<Type.Declared> open = new ArrayDeque<>(neededBy(field));
        while (!open.isEmpty()) {
            Type.Declared next = open.pop();
            if (reached.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        if (reached.contains(struct.type())) {
            diagnostics.error(field.location(), "default of '" + field.name() + "' needs a " + struct.type().name()
                    + ", which needs this default (expected: no default)", struct.shown());
        }
    }

    private static Set<Type.Declared> neededBy(Struct struct) {
        Set<Type.Declared> needed = new HashSet<>();
        struct.fields().forEach(field -> needed.addAll(neededBy(field)));
        return needed;
    }

    private static Set<Type.Declared> neededBy(Field field) {
        Set<Type.Declared> needed = new HashSet<>();
        Value value = field.defaultValue();
        if (value != null) {
            collect(value, needed);
        }
        return needed;
    }

    private static void collect(Value value, Set<Type.Declared> needed) {
        if (value instanceof Value.StructLiteral literal) {
            needed.add(literal.struct());
            literal.fields().forEach(field -> collect(field.value(), needed));
        } else if (value instanceof Value.Elements elements) {
            elements.elements().forEach(element -> collect(element, needed));
        } else if (value instanceof Value.Pairs pairs) {
            pairs.pairs().forEach(pair -> {
                collect(pair.key(), needed);
                collect(pair.value(), needed);
            });
        }
    }
}
