package io.quarkiverse.volo.codegen.java;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkiverse.volo.codegen.model.Type;

/**
 * The nested class that reads and writes a generated type: straight lines, one {@code switch}, values gathered in local
 * variables, one constructor call.
 */
final class StructCodecEmitter {

    // A field takes up to 60 bytes of byte code; methods beyond 8,000 bytes are never compiled by HotSpot.
    private static final int FIELDS_PER_METHOD = 60;

    private final CompilationUnit unit;
    private final SourceWriter out;
    private final TypeNames types;
    private final ValueExpressions values;
    private final ContainerCodecs containers;
    private final LocalNames locals;
    private final String javaType;
    private final String idlName;
    private final List<Component> components;
    private final DefaultValues defaults;
    private final KeptParts kept;
    private final String descriptor;

    /**
     * @param javaType as written inside of the source
     * @param idlName as errors name it
     * @param descriptor an expression, see {@link Descriptors}
     */
    StructCodecEmitter(CompilationUnit unit, NameTable table, String javaType, String idlName, List<Component> components,
            DefaultValues defaults, KeptParts kept, String descriptor) {
        this.unit = unit;
        this.out = unit.body();
        this.types = new TypeNames(unit, table);
        this.values = new ValueExpressions(unit, table);
        this.containers = new ContainerCodecs(unit, table, kept.isKept());
        this.locals = kept.isKept() ? new LocalNames("in", "field", "read", "slots", "keeper")
                : new LocalNames("in", "field", "read", "slots");
        this.javaType = javaType;
        this.idlName = idlName;
        this.components = components;
        this.defaults = defaults;
        this.kept = kept;
        this.descriptor = descriptor;
    }

    void emit() {
        String codec = unit.use(Library.STRUCT_CODEC) + "<" + javaType + ">";
        out.open("private static final class Codec implements " + codec + " {");
        out.blank();
        override();
        out.open("public " + unit.lang("String") + " name() {").line("return \"" + idlName + "\";").close();
        out.blank();
        Descriptors.emitOverride(unit, Library.STRUCT_DESCRIPTOR, descriptor);
        if (components.size() <= FIELDS_PER_METHOD) {
            readAtOnce();
            writeAtOnce();
        } else {
            readInParts();
            writeInParts();
        }
        containers.emitMethods();
        out.close();
    }

    private void override() {
        out.line("@" + unit.lang("Override"));
    }

    private void openRead() {
        override();
        out.open("public " + javaType + " read(" + unit.use(Library.READER) + " in) {");
    }

    private void openStruct() {
        out.line("in.structBegin();");
        if (kept.isKept()) {
            String keeper = unit.use(Library.FIELD_KEEPER);
            out.line(keeper + " keeper = new " + keeper + "(in);");
        }
    }

    private String skip() {
        return kept.isKept() ? "keeper.keep(field);" : "in.skipField(field);";
    }

    private void readAtOnce() {
        openRead();
        components.forEach(component -> declare(component, ""));
        openStruct();
        out.open("for (int field; (field = in.readField()) != 0;) {");
        out.open("switch (field) {");
        components.forEach(component -> readCase(component, ""));
        out.line("default -> " + skip());
        out.close().close();
        out.line("in.structEnd();");
        construct("");
        out.close();
        out.blank();
    }

    private void readInParts() {
        openRead();
        out.line("Slots slots = new Slots();");
        openStruct();
        out.open("for (int field; (field = in.readField()) != 0;) {");
        String calls = parts().stream().map(part -> "!read" + part + "(in, field, slots" + (kept.isKept() ? ", keeper)" : ")"))
                .collect(Collectors.joining(" && "));
        out.open("if (" + calls + ") {").line(skip()).close();
        out.close();
        out.line("in.structEnd();");
        construct("slots.");
        out.close();
        out.blank();
        for (int part : parts()) {
            out.open("private static boolean read" + part + "(" + unit.use(Library.READER) + " in, int field, Slots slots"
                    + (kept.isKept() ? ", " + unit.use(Library.FIELD_KEEPER) + " keeper) {" : ") {"));
            out.open("switch (field) {");
            part(part).forEach(component -> readCase(component, "slots."));
            out.open("default -> {").line("return false;").close();
            out.close();
            out.line("return true;");
            out.close();
            out.blank();
        }
        out.line("/** What has been read, because one method cannot hold so many variables. */");
        out.open("private static final class Slots {");
        components.forEach(component -> declare(component, "private "));
        out.close();
        out.blank();
    }

    private List<Integer> parts() {
        int count = (components.size() + FIELDS_PER_METHOD - 1) / FIELDS_PER_METHOD;
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private List<Component> part(int part) {
        return components.subList((part - 1) * FIELDS_PER_METHOD, Math.min(part * FIELDS_PER_METHOD, components.size()));
    }

    private void declare(Component component, String modifier) {
        boolean field = !modifier.isEmpty();
        String name = locals.of(component.name());
        boolean primitive = TypeNames.isPrimitive(component.type());
        if (component.mustBeSet() && primitive) {
            out.line(modifier + types.plain(component.type()) + " " + name + " = " + values.zero(component.type()) + ";");
            out.line(modifier + "boolean " + seen(component) + " = false;");
        } else if (component.mustBeSet() || component.isNullable()) {
            String type = field ? types.nullable(component.type()) : types.boxed(component.type());
            out.line(modifier + type + " " + name + " = null;");
        } else {
            out.line(modifier + types.plain(component.type()) + " " + name + " = " + defaults.of(component) + ";");
        }
    }

    private static String seen(Component component) {
        // No field is named with an underscore inside.
        return component.name() + "_read";
    }

    private void readCase(Component component, String prefix) {
        String name = prefix + locals.of(component.name());
        String read = containers.read(component.type());
        String header = "case " + Wire.header(component.type(), component.field().id()) + " -> ";
        String comment = " // " + Wire.shown(component.field());
        if (kept.isKept() && KeptParts.mayLose(component.type())) {
            out.open(header + "{" + comment);
            out.line("keeper.begin();");
            readWhatMayBeLost(component.type(), name, read);
            out.line("keeper.end(field, " + name + ");");
            out.close();
        } else if (TypeNames.isContainer(component.type())) {
            out.open(header + "{" + comment);
            readContainer(component.type(), name, read);
            out.close();
        } else if (component.mustBeSet() && TypeNames.isPrimitive(component.type())) {
            out.open(header + "{" + comment);
            out.line(name + " = " + read + ";");
            out.line(prefix + seen(component) + " = true;");
            out.close();
        } else {
            out.line(header + name + " = " + read + ";" + comment);
        }
    }

    private void readWhatMayBeLost(Type type, String name, String read) {
        if (TypeNames.isContainer(type)) {
            readContainer(type, name, read);
        } else {
            out.line(name + " = " + read + ";");
        }
    }

    private void readContainer(Type type, String name, String read) {
        out.line(types.boxed(type) + " read = " + read + ";");
        out.open("if (read != null) {").line(name + " = read;").close();
    }

    private void construct(String prefix) {
        for (Component component : components) {
            if (component.mustBeSet()) {
                boolean primitive = TypeNames.isPrimitive(component.type());
                String missing = primitive ? "!" + prefix + seen(component)
                        : prefix + locals.of(component.name()) + " == null";
                out.open("if (" + missing + ") {");
                out.line("throw in.missing(\"" + idlName + "\", \"" + component.field().name() + "\");");
                out.close();
            }
        }
        List<String> arguments = components.stream().map(component -> prefix + locals.of(component.name())).toList();
        out.list("return new " + javaType + "(", kept.arguments(arguments, "keeper.kept()"), ");");
    }

    private void openWrite() {
        override();
        out.open("public void write(" + unit.use(Library.WRITER) + " out, " + javaType + " value) {");
        out.line("out.structBegin();");
    }

    private void writeAtOnce() {
        openWrite();
        components.forEach(this::write);
        closeStruct();
        out.close();
    }

    private void closeStruct() {
        if (kept.isKept()) {
            out.line("out.writeUnknown(value." + KeptFields.NAME + ");");
        }
        out.line("out.structEnd();");
    }

    private void writeInParts() {
        openWrite();
        parts().forEach(part -> out.line("write" + part + "(out, value);"));
        closeStruct();
        out.close();
        for (int part : parts()) {
            out.blank();
            out.open("private static void write" + part + "(" + unit.use(Library.WRITER) + " out, " + javaType + " value) {");
            part(part).forEach(this::write);
            out.close();
        }
    }

    private void write(Component component) {
        if (kept.isKept() && KeptParts.mayLose(component.type())) {
            String header = Wire.header(component.type(), component.field().id());
            out.open("if (!out.writeKept(" + header + ", value." + KeptFields.NAME + ")) {");
            writeField(component);
            out.close();
        } else {
            writeField(component);
        }
    }

    private void writeField(Component component) {
        String value = "value." + component.name();
        String place = "\"" + idlName + "." + component.field().name() + "\"";
        if (component.isNullable()) {
            out.open("if (" + value + " != null) {");
        }
        containers.writeField(component.field(), value, place);
        if (component.isNullable()) {
            out.close();
        }
    }
}
