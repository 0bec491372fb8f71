package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;

/** What records and exceptions have in common: checks of their components, and their builder. */
final class StructParts {

    private final CompilationUnit unit;
    private final SourceWriter out;
    private final TypeNames types;
    private final String javaType;
    private final List<Component> components;
    private final DefaultValues defaults;
    private final KeptParts kept;
    private final ContainerCopies copies;

    StructParts(CompilationUnit unit, NameTable table, String javaType, List<Component> components, DefaultValues defaults,
            KeptParts kept) {
        this.unit = unit;
        this.out = unit.body();
        this.types = new TypeNames(unit, table);
        this.javaType = javaType;
        this.components = components;
        this.defaults = defaults;
        this.kept = kept;
        this.copies = new ContainerCopies(unit, table);
    }

    /** {@code Type name} of every component. */
    List<String> parameters() {
        return kept.parameters(ownParameters());
    }

    /** The constructor that needs no unknown fields, where there is one that takes them. */
    void emitConstructorWithoutUnknown() {
        kept.emitConstructor(ownParameters());
    }

    private List<String> ownParameters() {
        return components.stream().map(component -> types.of(component) + " " + component.name()).toList();
    }

    /** The comments of the type and of its fields. */
    static List<String> documentation(String comment, List<Component> components) {
        List<String> lines = Javadoc.lines(comment);
        List<String> parameters = components.stream()
                .filter(component -> !component.field().comment().isEmpty())
                .map(component -> "@param " + component.name() + " " + Javadoc.inline(component.field().comment()))
                .toList();
        if (!lines.isEmpty() && !parameters.isEmpty()) {
            lines.add("");
        }
        lines.addAll(parameters);
        return lines;
    }

    /**
     * Statements that check the components, and copy containers.
     *
     * @param assigned what stands before the names of fields that are assigned; empty in a record, which assigns them itself
     */
    List<String> checks(String assigned) {
        List<String> checks = new ArrayList<>();
        for (Component component : components) {
            String name = component.name();
            String target = assigned + name;
            if (TypeNames.isContainer(component.type())) {
                checks.add(target + " = " + copy(component) + ";");
            } else if (!TypeNames.isPrimitive(component.type()) && !component.isNullable()) {
                String check = nonNull(component) + ";";
                checks.add(assigned.isEmpty() ? check : target + " = " + check);
            } else if (!assigned.isEmpty()) {
                checks.add(target + " = " + name + ";");
            }
        }
        kept.addChecks(checks, assigned);
        return checks;
    }

    private String copy(Component component) {
        if (component.isNullable()) {
            return component.name() + " == null ? null : " + copies.copyOf(component.type(), component.name());
        }
        return copies.copyOf(component.type(), nonNull(component));
    }

    private String nonNull(Component component) {
        return unit.use(Library.OBJECTS) + ".requireNonNull(" + component.name() + ", \"" + component.name() + "\")";
    }

    /** The methods that the checks use. */
    void emitCopies() {
        copies.emitMethods();
    }

    void emitFactories() {
        out.javadoc("A builder without values, but with the defaults of the IDL.");
        out.open("public static Builder builder() {").line("return new Builder();").close();
        out.blank();
        out.javadoc("A builder with these values.");
        out.open("public Builder toBuilder() {").line("return new Builder(this);").close();
        out.blank();
    }

    void emitBuilder(String idlName) {
        out.javadoc("Gathers the values of a {@link " + javaType + "}. Not thread-safe.");
        out.open("public static final class Builder {");
        out.blank();
        components.forEach(this::emitBuilderField);
        kept.emitBuilderField();
        out.blank();
        out.open("private Builder() {").close();
        out.blank();
        out.open("private Builder(" + javaType + " from) {");
        components.forEach(component -> out.line("this." + component.name() + " = from." + component.name() + ";"));
        kept.emitBuilderCopy();
        out.close();
        out.blank();
        for (Component component : components) {
            String name = component.name();
            out.javadoc(Javadoc.lines(component.field().comment()));
            out.open("public Builder " + name + "(" + types.of(component) + " " + name + ") {");
            out.line("this." + name + " = " + name + ";");
            out.line("return this;");
            out.close();
            out.blank();
        }
        kept.emitBuilderMethod();
        emitBuild(idlName);
        out.close();
    }

    private void emitBuilderField(Component component) {
        String name = component.name();
        if (component.isNullable() || component.mustBeSet()) {
            out.line("private " + types.nullable(component.type()) + " " + name + ";");
        } else {
            String value = defaults.of(component);
            boolean implied = value.equals("0") || value.equals("false");
            out.line("private " + types.plain(component.type()) + " " + name + (implied ? "" : " = " + value) + ";");
        }
    }

    private void emitBuild(String idlName) {
        boolean mayFail = components.stream().anyMatch(Component::mustBeSet);
        String what = "A {@link " + javaType + "} of the values gathered.";
        String illegalState = unit.lang("IllegalStateException");
        out.javadoc(
                mayFail ? List.of(what, "", "@throws " + illegalState + " if a required value was not set") : List.of(what));
        out.open("public " + javaType + " build() {");
        for (Component component : components) {
            if (component.mustBeSet()) {
                out.open("if (" + component.name() + " == null) {");
                out.line("throw new " + illegalState + "(\"" + idlName + "." + component.field().name()
                        + ": required and not set\");");
                out.close();
            }
        }
        out.list("return new " + javaType + "(", kept.arguments(components.stream().map(Component::name).toList()), ");");
        out.close();
    }
}
