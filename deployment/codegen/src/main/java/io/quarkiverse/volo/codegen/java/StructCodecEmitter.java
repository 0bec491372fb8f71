package io.quarkiverse.volo.codegen.java;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/**
 * The nested class that reads and writes a generated type: straight lines, one {@code switch}, values gathered in local
 * variables, one constructor call.
 */
final class StructCodecEmitter {

    private static final String NEXT_FIELD = "field = in.readField();";

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
    private final boolean large;

    /** As below, of a type that has a constructor of all its components. */
    StructCodecEmitter(CompilationUnit unit, NameTable table, String javaType, String idlName, List<Component> components,
            DefaultValues defaults, KeptParts kept, String descriptor) {
        this(unit, table, javaType, idlName, components, defaults, kept, descriptor, false);
    }

    /**
     * @param javaType as written inside of the source
     * @param idlName as errors name it
     * @param descriptor an expression, see {@link Descriptors}
     * @param large whether only its builder can make it
     */
    StructCodecEmitter(CompilationUnit unit, NameTable table, String javaType, String idlName, List<Component> components,
            DefaultValues defaults, KeptParts kept, String descriptor, boolean large) {
        this.unit = unit;
        this.out = unit.body();
        this.types = new TypeNames(unit, table);
        this.values = new ValueExpressions(unit, table);
        this.containers = new ContainerCodecs(unit, table, kept.isKept());
        this.locals = kept.isKept() ? new LocalNames(components, "in", "field", "read", "slots", "keeper")
                : new LocalNames(components, "in", "field", "read", "slots");
        this.javaType = javaType;
        this.idlName = idlName;
        this.components = components;
        this.defaults = defaults;
        this.kept = kept;
        this.descriptor = descriptor;
        this.large = large;
    }

    void emit() {
        String codec = unit.use(Library.STRUCT_CODEC) + "<" + javaType + ">";
        out.open("private static final class Codec implements " + codec + " {");
        out.blank();
        override();
        out.open("public " + unit.lang("String") + " name() {").line("return \"" + idlName + "\";").close();
        out.blank();
        Descriptors.emitOverride(unit, Library.STRUCT_DESCRIPTOR, descriptor);
        if (large) {
            readIntoBuilder();
            writeInParts();
        } else if (components.size() <= Parts.SIZE) {
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
        List<Component> ordered = byId();
        boolean fallsThrough = ordered.size() > 1;
        if (fallsThrough) {
            out.line("@" + unit.lang("SuppressWarnings") + "(\"fallthrough\")");
        }
        openRead();
        components.forEach(component -> declare(component, ""));
        openStruct();
        if (fallsThrough) {
            readInOrder(ordered);
        } else {
            readOneByOne();
        }
        out.line("in.structEnd();");
        construct("");
        out.close();
        out.blank();
    }

    private void readOneByOne() {
        out.open("for (int field; (field = in.readField()) != 0;) {");
        out.open("switch (field) {");
        components.forEach(component -> readCase(component, ""));
        out.line("default -> " + skip());
        out.close().close();
    }

    /**
     * Fields come in the order of their ids, as a rule: after each stands the next, so that {@code switch} is for the others
     * only. Lists of structs are read in 0.8 of the time of a loop with one {@code switch} for each field.
     */
    private void readInOrder(List<Component> ordered) {
        out.line("int field = in.readField();");
        out.open("while (field != 0) {");
        out.open("switch (field) {");
        for (int i = 0; i < ordered.size(); i++) {
            readAndGoOn(ordered.get(i), i + 1 < ordered.size() ? ordered.get(i + 1) : null);
        }
        out.open("default: {").line(skip()).line(NEXT_FIELD).close();
        out.close().close();
    }

    private void readAndGoOn(Component component, @Nullable Component next) {
        out.open("case " + header(component) + ": { // " + Wire.shown(component.field()));
        readStatements(component, "");
        out.line(NEXT_FIELD);
        if (next == null) {
            out.line("break;").close();
        } else {
            out.open("if (field != " + header(next) + ") {").line("break;").close();
            out.close("} // fall through");
        }
    }

    private static String header(Component component) {
        return Wire.header(component.type(), component.field().id());
    }

    private void readInParts() {
        openRead();
        out.line("Slots slots = new Slots();");
        readFields();
        construct("slots.");
        out.close();
        out.blank();
        emitReadParts("Slots");
        out.line("/** What has been read, because one method cannot hold so many variables. */");
        out.open("private static final class Slots {");
        components.forEach(component -> declare(component, "private "));
        out.close();
        out.blank();
    }

    /**
     * Builders begin with the defaults of the IDL, and so does what is read, but for fields whose absence is told from them.
     */
    private void readIntoBuilder() {
        List<Component> absent = components.stream()
                .filter(component -> component.isNullable() && component.hasInitialValue()).toList();
        List<Component> required = components.stream().filter(Component::mustBeSet).toList();
        String reader = unit.use(Library.READER);
        openRead();
        out.line("Builder slots = new Builder();");
        Parts.call(out, "clear#(slots);", absent);
        readFields();
        Parts.call(out, "check#(in, slots);", required);
        if (kept.isKept()) {
            out.line("slots." + KeptFields.NAME + " = keeper.kept();");
        }
        out.line("return new " + javaType + "(slots);");
        out.close();
        out.blank();
        emitReadParts("Builder");
        Parts.method(out, "private static void clear#(Builder slots) {", absent,
                component -> out.line("slots." + component.name() + " = null;"));
        Parts.method(out, "private static void check#(" + reader + " in, Builder slots) {", required,
                component -> checkRead(component, LargeBuilderEmitter.missing(component, "slots.", components)));
    }

    /** Fields come in the order of their ids, as a rule; the id says which method knows the field. */
    private void readFields() {
        openStruct();
        out.open("for (int field; (field = in.readField()) != 0;) {");
        out.line("int id = (short) field;");
        Map<Integer, List<Component>> parts = Parts.of(byId());
        parts.forEach((part, some) -> {
            String call = "read" + part + "(in, field, slots" + (kept.isKept() ? ", keeper)" : ")");
            String before = part == 1 ? "boolean known = " : "        : ";
            int most = some.get(some.size() - 1).field().id();
            out.line(before + (part == parts.size() ? call + ";" : "id <= " + most + " ? " + call));
        });
        out.open("if (!known) {").line(skip()).close();
        out.close();
        out.line("in.structEnd();");
    }

    private void emitReadParts(String slots) {
        Parts.of(byId()).forEach((part, some) -> {
            out.open("private static boolean read" + part + "(" + unit.use(Library.READER) + " in, int field, " + slots
                    + " slots" + (kept.isKept() ? ", " + unit.use(Library.FIELD_KEEPER) + " keeper) {" : ") {"));
            out.open("switch (field) {");
            some.forEach(component -> readCase(component, "slots."));
            out.open("default -> {").line("return false;").close();
            out.close();
            out.line("return true;");
            out.close();
            out.blank();
        });
    }

    private List<Component> byId() {
        return components.stream().sorted(Comparator.comparingInt(component -> component.field().id())).toList();
    }

    private void declare(Component component, String modifier) {
        boolean field = !modifier.isEmpty();
        String name = locals.of(component.name());
        if (isMarked(component)) {
            out.line(modifier + types.plain(component.type()) + " " + name + " = " + values.zero(component.type()) + ";");
            out.line(modifier + "boolean " + seen(component) + " = false;");
        } else if (component.mustBeSet() || component.isNullable()) {
            String type = field ? types.nullable(component.type()) : types.boxed(component.type());
            out.line(modifier + type + " " + name + " = null;");
        } else {
            out.line(modifier + types.plain(component.type()) + " " + name + " = " + defaults.of(component) + ";");
        }
    }

    private String seen(Component component) {
        return large ? LargeBuilderEmitter.flag(component, components)
                : LocalNames.free(component.name() + "_read", components);
    }

    private void readCase(Component component, String prefix) {
        String header = "case " + header(component) + " -> ";
        String comment = " // " + Wire.shown(component.field());
        if (mayLose(component) || TypeNames.isContainer(component.type()) || isMarked(component)) {
            out.open(header + "{" + comment);
            readStatements(component, prefix);
            out.close();
        } else {
            out.line(header + variable(component, prefix) + " = " + containers.read(component.type()) + ";" + comment);
        }
    }

    private void readStatements(Component component, String prefix) {
        String name = variable(component, prefix);
        String read = containers.read(component.type());
        if (mayLose(component)) {
            out.line("keeper.begin();");
            readWhatMayBeLost(component.type(), name, read);
            out.line("keeper.end(field, " + name + ");");
        } else if (TypeNames.isContainer(component.type())) {
            readContainer(component.type(), name, read);
        } else {
            out.line(name + " = " + read + ";");
            if (isMarked(component)) {
                out.line(prefix + seen(component) + " = true;");
            }
        }
    }

    private boolean mayLose(Component component) {
        return kept.isKept() && KeptParts.mayLose(component.type());
    }

    /** Whether a variable of its own tells that it was read. */
    private static boolean isMarked(Component component) {
        return component.mustBeSet() && TypeNames.isPrimitive(component.type());
    }

    private String variable(Component component, String prefix) {
        return prefix + (large ? component.name() : locals.of(component.name()));
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
                checkRead(component, primitive ? "!" + prefix + seen(component)
                        : prefix + locals.of(component.name()) + " == null");
            }
        }
        List<String> arguments = components.stream().map(component -> prefix + locals.of(component.name())).toList();
        out.list("return new " + javaType + "(", kept.arguments(arguments, "keeper.kept()"), ");");
    }

    private void checkRead(Component component, String missing) {
        out.open("if (" + missing + ") {");
        out.line("throw in.missing(\"" + idlName + "\", \"" + component.field().name() + "\");");
        out.close();
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
        Parts.call(out, "write#(out, value);", components);
        closeStruct();
        out.close();
        Parts.of(components).forEach((part, some) -> {
            out.blank();
            out.open("private static void write" + part + "(" + unit.use(Library.WRITER) + " out, " + javaType + " value) {");
            some.forEach(this::write);
            out.close();
        });
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
