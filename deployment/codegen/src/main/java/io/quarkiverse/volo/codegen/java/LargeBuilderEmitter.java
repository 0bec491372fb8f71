package io.quarkiverse.volo.codegen.java;

import java.util.List;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The builder of a type with many fields; the codec, too, gathers what it reads there, so numbers are not boxed in it. */
final class LargeBuilderEmitter {

    private final SourceWriter out;
    private final TypeNames types;
    private final String javaType;
    private final String idlName;
    private final List<Component> components;
    private final DefaultValues defaults;
    private final StructParts parts;
    private final KeptParts kept;

    LargeBuilderEmitter(CompilationUnit unit, TypeNames types, String javaType, String idlName, List<Component> components,
            DefaultValues defaults, StructParts parts, KeptParts kept) {
        this.out = unit.body();
        this.types = types;
        this.javaType = javaType;
        this.idlName = idlName;
        this.components = components;
        this.defaults = defaults;
        this.parts = parts;
        this.kept = kept;
    }

    void emit() {
        out.javadoc("Gathers the values of a {@link " + javaType + "}. Not thread-safe.");
        out.open("public static final class Builder {");
        out.blank();
        components.forEach(this::emitField);
        kept.emitBuilderField();
        out.blank();
        emitConstructors();
        components.forEach(component -> parts.emitSetter(component,
                hasFlag(component) ? "this." + flag(component, components) + " = true;" : ""));
        kept.emitBuilderMethod();
        emitBuild();
        out.close();
    }

    /** A required number has no value that means that it was not set. */
    static boolean hasFlag(Component component) {
        return component.mustBeSet() && TypeNames.isPrimitive(component.type());
    }

    static String flag(Component component, List<Component> components) {
        return LocalNames.free(component.name() + "_set", components);
    }

    private void emitField(Component component) {
        boolean nullable = component.isNullable() || (component.mustBeSet() && !hasFlag(component));
        String type = nullable ? types.nullable(component.type()) : types.plain(component.type());
        out.line("private " + type + " " + component.name() + ";");
        if (hasFlag(component)) {
            out.line("private boolean " + flag(component, components) + ";");
        }
    }

    private void emitConstructors() {
        List<Component> initialized = components.stream()
                .filter(component -> component.hasInitialValue()
                        && (component.isNullable() || !DefaultValues.isImplied(defaults.of(component))))
                .toList();
        out.open("private Builder() {");
        Parts.call(out, "begin#();", initialized);
        out.close();
        out.blank();
        Parts.method(out, "private void begin#() {", initialized,
                component -> out.line("this." + component.name() + " = " + defaults.of(component) + ";"));
        out.open("private Builder(" + javaType + " from) {");
        Parts.call(out, "copy#(from);", components);
        kept.emitBuilderCopy();
        out.close();
        out.blank();
        Parts.method(out, "private void copy#(" + javaType + " from) {", components, component -> {
            out.line("this." + component.name() + " = from." + component.name() + ";");
            if (hasFlag(component)) {
                out.line("this." + flag(component, components) + " = true;");
            }
        });
    }

    private void emitBuild() {
        List<Component> required = components.stream().filter(Component::mustBeSet).toList();
        parts.openBuild();
        Parts.call(out, "check#();", required);
        out.line("return new " + javaType + "(this);");
        out.close();
        if (!required.isEmpty()) {
            out.blank();
        }
        Parts.method(out, "private void check#() {", required,
                component -> parts.emitCheck(component, missing(component, "this.", components), idlName));
    }

    /** A condition: the required value was not set. */
    static String missing(Component component, String prefix, List<Component> components) {
        return hasFlag(component) ? "!" + prefix + flag(component, components) : prefix + component.name() + " == null";
    }
}
