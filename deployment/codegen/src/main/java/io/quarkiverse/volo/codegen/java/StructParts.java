package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.Javadoc;
import io.quarkiverse.volo.codegen.source.SourceWriter;

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
        return components.stream().map(this::parameter).toList();
    }

    private String parameter(Component component) {
        return types.of(component) + " " + component.name();
    }

    /** {@code Type name} of every component, as a record's header has them. */
    List<String> header() {
        String deprecated = "@" + unit.lang("Deprecated") + " ";
        return kept.parameters(components.stream()
                .map(component -> (component.isDeprecated() ? deprecated : "") + parameter(component))
                .toList());
    }

    /** The comments of the type and of its fields. */
    static List<String> documentation(Struct struct, List<Component> components) {
        List<String> lines = Javadoc.lines(struct.comment());
        List<String> parameters = components.stream()
                .filter(component -> !component.field().comment().isEmpty())
                .map(component -> "@param " + component.name() + " " + Javadoc.inline(component.field().comment()))
                .toList();
        if (!lines.isEmpty() && !parameters.isEmpty()) {
            lines.add("");
        }
        lines.addAll(parameters);
        Deprecation.addReason(lines, struct.annotations());
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
            String checked = checked(component, name);
            if (!assigned.isEmpty() || isCopied(component)) {
                checks.add(assigned + name + " = " + checked + ";");
            } else if (!checked.equals(name)) {
                checks.add(checked + ";");
            }
        }
        kept.addChecks(checks, assigned);
        return checks;
    }

    private static boolean isCopied(Component component) {
        return TypeNames.isContainer(component.type()) && !TypeNames.isArray(component.type());
    }

    /** An expression of the value as the component may keep it: checked, or copied. */
    String checked(Component component, String value) {
        if (component.isNullable()) {
            return isCopied(component) ? value + " == null ? null : " + copies.copyOf(component.type(), value) : value;
        }
        String checked = TypeNames.isPrimitive(component.type()) ? value
                : unit.use(Library.OBJECTS) + ".requireNonNull(" + value + ", \"" + component.name() + "\")";
        return isCopied(component) ? copies.copyOf(component.type(), checked) : checked;
    }

    /** The methods that answer the components' values. */
    void emitAccessors(List<Component> accessed) {
        for (Component component : accessed) {
            document(component);
            out.open("public " + types.of(component) + " " + component.name() + "() {")
                    .line("return " + component.name() + ";")
                    .close()
                    .blank();
        }
    }

    private void document(Component component) {
        out.javadoc(Deprecation.documented(component.field().comment(), component.field().annotations()));
        Deprecation.mark(unit, component.field().annotations());
    }

    /** The methods that the checks use. */
    void emitCopies() {
        copies.emitMethods();
        kept.emitCheckMethods();
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
        components.forEach(component -> emitSetter(component, ""));
        kept.emitBuilderMethod();
        emitBuild(idlName);
        out.close();
    }

    /** @param then a statement more; empty for none */
    void emitSetter(Component component, String then) {
        String name = component.name();
        emitSetter(component, types.of(component), name, then);
        if (component.type() instanceof Type.ListOf list && list.array()) {
            emitSetter(component, types.plain(list.element()) + "...", types.boxed(list) + ".of(" + name + ")", then);
        }
    }

    private void emitSetter(Component component, String type, String value, String then) {
        String name = component.name();
        document(component);
        out.open("public Builder " + name + "(" + type + " " + name + ") {");
        out.line("this." + name + " = " + value + ";");
        if (!then.isEmpty()) {
            out.line(then);
        }
        out.line("return this;");
        out.close();
        out.blank();
    }

    private void emitBuilderField(Component component) {
        String name = component.name();
        boolean nullable = component.isNullable() || component.mustBeSet();
        String type = nullable ? types.nullable(component.type()) : types.plain(component.type());
        String value = component.hasInitialValue() ? defaults.of(component) : "";
        boolean implied = value.isEmpty() || (!nullable && DefaultValues.isImplied(value));
        out.line("private " + type + " " + name + (implied ? "" : " = " + value) + ";");
    }

    void openBuild() {
        boolean mayFail = components.stream().anyMatch(Component::mustBeSet);
        String what = "A {@link " + javaType + "} of the values gathered.";
        out.javadoc(mayFail
                ? List.of(what, "", "@throws " + unit.lang("IllegalStateException") + " if a required value was not set")
                : List.of(what));
        out.open("public " + javaType + " build() {");
    }

    /** @param missing a condition: the value was not set */
    void emitCheck(Component component, String missing, String idlName) {
        out.open("if (" + missing + ") {");
        out.line("throw new " + unit.lang("IllegalStateException") + "(\"" + idlName + "." + component.field().name()
                + ": required and not set\");");
        out.close();
    }

    private void emitBuild(String idlName) {
        openBuild();
        components.stream().filter(Component::mustBeSet)
                .forEach(component -> emitCheck(component, component.name() + " == null", idlName));
        out.list("return new " + javaType + "(", kept.arguments(components.stream().map(Component::name).toList()), ");");
        out.close();
    }
}
