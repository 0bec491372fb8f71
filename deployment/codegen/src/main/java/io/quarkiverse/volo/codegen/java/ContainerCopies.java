package io.quarkiverse.volo.codegen.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/**
 * Copies of containers that nobody can change. A container of containers gets a method that copies the inner ones too; one that
 * is immutable already is taken as it is.
 */
final class ContainerCopies {

    private final CompilationUnit unit;
    private final TypeNames types;
    private final TypeLabels labels;
    private final Deque<Type> wanted = new ArrayDeque<>();
    private final Set<Type> asked = new HashSet<>();

    ContainerCopies(CompilationUnit unit, NameTable table) {
        this.unit = unit;
        this.types = new TypeNames(unit, table);
        this.labels = new TypeLabels(table);
    }

    /** An expression that copies the container. */
    String copyOf(Type type, String container) {
        if (TypeNames.isArray(type)) {
            return container; // Immutable by its type.
        }
        if (!holdsContainers(type)) {
            return unit.use(immutable(type)) + ".copyOf(" + container + ")";
        }
        if (asked.add(type)) {
            wanted.add(type);
        }
        return "copy" + labels.of(type) + "(" + container + ")";
    }

    static JavaName immutable(Type type) {
        if (type instanceof Type.MapOf) {
            return Library.IMMUTABLE_MAP;
        }
        return type instanceof Type.ListOf ? Library.IMMUTABLE_LIST : Library.IMMUTABLE_SET;
    }

    private static boolean holdsContainers(Type type) {
        if (type instanceof Type.MapOf map) {
            return isCopied(map.key()) || isCopied(map.value());
        }
        return isCopied(elementOf(type));
    }

    private static boolean isCopied(Type type) {
        return TypeNames.isContainer(type) && !TypeNames.isArray(type);
    }

    private static Type elementOf(Type type) {
        return type instanceof Type.ListOf list ? list.element() : ((Type.SetOf) type).element();
    }

    /** Writes out the methods that were used, and those that they use. */
    void emitMethods() {
        while (!wanted.isEmpty()) {
            emitMethod(wanted.pop());
            unit.body().blank();
        }
    }

    private void emitMethod(Type type) {
        SourceWriter out = unit.body();
        String typeText = types.boxed(type);
        String immutable = unit.use(immutable(type));
        String arguments = typeText.substring(typeText.indexOf('<'));
        out.open("private static " + typeText + " copy" + labels.of(type) + "(" + typeText + " from) {");
        out.open("if (from instanceof " + immutable + (type instanceof Type.MapOf ? "<?, ?>" : "<?>") + ") {")
                .line("return from;").close();
        out.line(immutable + ".Builder" + arguments + " copy = " + immutable + ".builder(from.size());");
        if (type instanceof Type.MapOf map) {
            out.open("for (" + unit.use(Library.MAP) + ".Entry" + arguments + " entry : from.entrySet()) {");
            out.line("copy.put(" + inner(map.key(), "entry.getKey()") + ", " + inner(map.value(), "entry.getValue()") + ");");
        } else {
            Type element = elementOf(type);
            out.open("for (" + types.boxed(element) + " element : from) {");
            out.line("copy.add(" + inner(element, "element") + ");");
        }
        out.close();
        out.line("return copy.build();");
        out.close();
    }

    private String inner(Type type, String value) {
        return isCopied(type) ? copyOf(type, value) : value;
    }
}
