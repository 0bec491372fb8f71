package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** What the Java of a struct that keeps unknown fields has more than that of others: each part is nothing for those. */
final class KeptParts {

    private final CompilationUnit unit;
    private final SourceWriter out;
    private final String javaType;
    private final List<Component> components;
    private final boolean kept;

    /**
     * @param javaType as written inside of the source
     * @param kept whether it keeps them
     */
    KeptParts(CompilationUnit unit, String javaType, List<Component> components, boolean kept) {
        this.unit = unit;
        this.out = unit.body();
        this.javaType = javaType;
        this.components = components;
        this.kept = kept;
    }

    boolean isKept() {
        return kept;
    }

    /** The parameters of the constructor that takes all. */
    List<String> parameters(List<String> others) {
        return kept ? and(others, unit.use(Library.UNKNOWN_FIELDS) + " " + KeptFields.NAME) : others;
    }

    /** What is passed to it. */
    List<String> arguments(List<String> others) {
        return arguments(others, KeptFields.NAME);
    }

    List<String> arguments(List<String> others, String unknownFields) {
        return kept ? and(others, unknownFields) : others;
    }

    private static List<String> and(List<String> others, String last) {
        List<String> all = new ArrayList<>(others);
        all.add(last);
        return all;
    }

    /** @param assigned what stands before the names of fields that are assigned; empty in a record */
    void addChecks(List<String> checks, String assigned) {
        if (kept) {
            checks.add(nonNull(unit) + ";");
            if (areFew()) {
                losing().forEach(component -> checks.add(whereStill(component.field(), assigned + component.name())));
            } else {
                Parts.of(losing()).forEach((part, some) -> checks.add(KeptFields.NAME + " = still" + part + "("
                        + KeptFields.NAME + ", " + joined(some, assigned) + ");"));
            }
            if (!assigned.isEmpty()) {
                checks.add(assigned + KeptFields.NAME + " = " + KeptFields.NAME + ";");
            }
        }
    }

    /** The methods that the checks use: HotSpot would never compile a constructor that holds all of them. */
    void emitCheckMethods() {
        if (kept && !areFew()) {
            String type = unit.use(Library.UNKNOWN_FIELDS);
            String value = unit.nullable(unit.lang("Object")) + " ";
            Parts.of(losing()).forEach((part, some) -> {
                out.open("private static " + type + " still" + part + "(" + type + " " + KeptFields.NAME + ", "
                        + joined(some, value) + ") {");
                some.forEach(component -> out.line(whereStill(component.field(), component.name())));
                out.line("return " + KeptFields.NAME + ";");
                out.close().blank();
            });
        }
    }

    private static String joined(List<Component> components, String before) {
        return components.stream().map(component -> before + component.name()).collect(Collectors.joining(", "));
    }

    private boolean areFew() {
        return losing().size() <= Parts.SIZE;
    }

    /**
     * The assignment of a field in a constructor that takes a builder; bytes of fields that have got another value are dropped.
     */
    void emitTaken() {
        if (kept) {
            String type = unit.use(Library.UNKNOWN_FIELDS);
            List<Component> losing = losing();
            out.line(
                    type + " " + KeptFields.NAME + " = " + unit.use(Library.OBJECTS) + ".requireNonNull(from." + KeptFields.NAME
                            + ", \"" + KeptFields.NAME + "\");");
            Parts.call(out, KeptFields.NAME + " = still#(" + KeptFields.NAME + ");", losing);
            out.line("this." + KeptFields.NAME + " = " + KeptFields.NAME + ";");
        }
    }

    /** The methods that it calls. */
    void emitTakenMethods() {
        if (kept) {
            String type = unit.use(Library.UNKNOWN_FIELDS);
            Parts.method(out, "private " + type + " still#(" + type + " " + KeptFields.NAME + ") {", losing(),
                    component -> out.line(whereStill(component.field(), "this." + component.name())),
                    "return " + KeptFields.NAME + ";");
        }
    }

    private List<Component> losing() {
        return components.stream().filter(component -> mayLose(component.type())).toList();
    }

    static String nonNull(CompilationUnit unit) {
        return unit.use(Library.OBJECTS) + ".requireNonNull(" + KeptFields.NAME + ", \"" + KeptFields.NAME + "\")";
    }

    /** A statement that drops the bytes of a field that has got another value. */
    static String whereStill(Field field, String value) {
        return KeptFields.NAME + " = " + KeptFields.NAME + ".whereStill(" + Wire.header(field.type(), field.id()) + ", " + value
                + ");";
    }

    /** Whether a value may hold less than the bytes that it was read from. */
    static boolean mayLose(Type type) {
        return TypeNames.isEnum(type) || TypeNames.isContainer(type);
    }

    /** The constructor without unknown fields. */
    void emitConstructor(List<String> parameters) {
        if (kept) {
            List<String> names = components.stream().map(Component::name).toList();
            out.javadoc("Without unknown fields.");
            out.list("public " + javaType + "(", parameters, ") {");
            out.indent();
            out.list("this(", arguments(names, unit.use(Library.UNKNOWN_FIELDS) + ".NONE"), ");");
            out.close().blank();
        }
    }

    void emitField() {
        if (kept) {
            out.line("private " + unit.use(Library.UNKNOWN_FIELDS) + " " + KeptFields.NAME + ";");
        }
    }

    void emitAccessor() {
        if (kept) {
            out.javadoc("What was read of it and the IDL does not name.");
            out.open("public " + unit.use(Library.UNKNOWN_FIELDS) + " " + KeptFields.NAME + "() {");
            out.line("return " + KeptFields.NAME + ";");
            out.close().blank();
        }
    }

    void emitBuilderField() {
        if (kept) {
            String type = unit.use(Library.UNKNOWN_FIELDS);
            out.line("private " + type + " " + KeptFields.NAME + " = " + type + ".NONE;");
        }
    }

    void emitBuilderCopy() {
        if (kept) {
            out.line("this." + KeptFields.NAME + " = from." + KeptFields.NAME + ";");
        }
    }

    void emitBuilderMethod() {
        if (kept) {
            out.javadoc("What was read and the IDL does not name; written again.");
            out.open("public Builder " + KeptFields.NAME + "(" + unit.use(Library.UNKNOWN_FIELDS) + " " + KeptFields.NAME
                    + ") {");
            out.line("this." + KeptFields.NAME + " = " + KeptFields.NAME + ";");
            out.line("return this;");
            out.close().blank();
        }
    }
}
