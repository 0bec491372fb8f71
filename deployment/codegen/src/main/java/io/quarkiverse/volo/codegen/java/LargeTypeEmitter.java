package io.quarkiverse.volo.codegen.java;

import java.util.List;

import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/**
 * A struct or an exception of more fields than a constructor can take becomes a final class that only its builder makes.
 * What is done with all fields is done in parts: HotSpot never compiles a method of more than 8,000 bytes.
 */
final class LargeTypeEmitter {

    private final NameTable table;
    private final Struct struct;
    private final List<Component> components;
    private final CompilationUnit unit;
    private final SourceWriter out;
    private final String name;
    private final TypeNames types;
    private final KeptParts kept;
    private final StructParts parts;
    private final DefaultValues defaults;
    private final boolean exception;

    LargeTypeEmitter(NameTable table, KeptFields keptFields, Struct struct) {
        this.table = table;
        this.struct = struct;
        this.components = RecordEmitter.components(struct, table);
        JavaName type = table.type(struct.type());
        this.unit = new CompilationUnit(type, table.typesIn(type.packageName()), RecordEmitter.unusable(components));
        this.out = unit.body();
        this.name = type.simpleName();
        this.types = new TypeNames(unit, table);
        this.defaults = new DefaultValues(unit, table, components);
        this.kept = new KeptParts(unit, name, components, keptFields.isKeptIn(struct.type()));
        this.parts = new StructParts(unit, table, name, components, defaults, kept);
        this.exception = struct.type().kind() == Type.Kind.EXCEPTION;
    }

    JavaFile emit() {
        out.javadoc(Deprecation.documented(struct.comment(), struct.annotations()));
        unit.markGenerated();
        // The parts assign the fields; NullAway looks for that in constructors only.
        unit.suppress("NullAway.Init");
        Deprecation.mark(unit, struct.annotations());
        if (exception) {
            unit.suppress("serial");
        }
        out.open("public final class " + name + (exception ? " extends " + unit.use(Library.DECLARED_EXCEPTION) : "") + " {");
        out.blank();
        out.javadoc("Reads and writes it.");
        out.line("public static final " + unit.use(Library.STRUCT_CODEC) + "<" + name + "> CODEC = new Codec();").blank();
        defaults.emitConstants(out);
        components.forEach(component -> out.line("private " + types.of(component) + " " + component.name() + ";"));
        kept.emitField();
        out.blank();
        emitConstructor();
        parts.emitAccessors(components);
        kept.emitAccessor();
        parts.emitFactories();
        emitEqualsAndToString();
        parts.emitCopies();
        new LargeBuilderEmitter(unit, types, name, struct.type().name(), components, defaults, parts, kept).emit();
        out.blank();
        new StructCodecEmitter(unit, table, name, struct.type().name(), components, defaults, kept,
                Descriptors.of(struct.type(), unit, table), true).emit();
        out.close();
        return unit.toFile();
    }

    private void emitConstructor() {
        out.open("private " + name + "(Builder from) {");
        if (exception) {
            String message = ExceptionEmitter.messageField(components);
            out.line("super(" + (message == null ? "message(from)" : "from." + message) + ");");
        }
        Parts.call(out, "take#(from);", components);
        kept.emitTaken();
        out.line("// So many fields cannot be final; other threads see them as if they were.");
        out.line(unit.use(Library.VAR_HANDLE) + ".releaseFence();");
        out.close();
        out.blank();
        Parts.method(out, "private void take#(Builder from) {", components,
                component -> out.line("this." + component.name() + " = " + parts.checked(component, "from." + component.name())
                        + ";"));
        kept.emitTakenMethods();
    }

    private void emitEqualsAndToString() {
        if (!exception) {
            emitEquals();
            emitHashCode();
            emitToString("toString()", "this", name);
        } else if (ExceptionEmitter.messageField(components) == null) {
            emitToString("message(Builder from)", "from", "Builder");
        }
    }

    private void emitEquals() {
        override();
        out.open("public boolean equals(" + unit.nullable(unit.lang("Object")) + " other) {");
        out.open("if (!(other instanceof " + name + " that)) {").line("return false;").close();
        String unknownFields = kept.isKept()
                ? " && this." + KeptFields.NAME + ".equals(that." + KeptFields.NAME + ")"
                : "";
        out.line("return " + Parts.joined("equals#(that)", " && ", components) + unknownFields + ";");
        out.close();
        out.blank();
        Parts.method(out, "private boolean equals#(" + name + " that) {", components,
                component -> out.open("if (" + differs(component) + ") {").line("return false;").close(),
                "return true;");
    }

    private String differs(Component component) {
        String mine = "this." + component.name();
        String other = "that." + component.name();
        if (component.isNullable() || !TypeNames.isPrimitive(component.type())) {
            return "!" + unit.use(Library.OBJECTS) + ".equals(" + mine + ", " + other + ")";
        }
        return component.type() == Type.Base.DOUBLE ? unit.lang("Double") + ".compare(" + mine + ", " + other + ") != 0"
                : mine + " != " + other;
    }

    private void emitHashCode() {
        override();
        out.open("public int hashCode() {");
        out.line("int hash = 0;");
        Parts.call(out, "hash = hash#(hash);", components);
        out.line(kept.isKept() ? "return 31 * hash + this." + KeptFields.NAME + ".hashCode();" : "return hash;");
        out.close();
        out.blank();
        Parts.method(out, "private int hash#(int hash) {", components,
                component -> out.line("hash = 31 * hash + " + hash(component) + ";"), "return hash;");
    }

    private String hash(Component component) {
        boolean primitive = !component.isNullable() && TypeNames.isPrimitive(component.type());
        String type = primitive ? types.boxed(component.type()) : unit.use(Library.OBJECTS);
        return type + ".hashCode(this." + component.name() + ")";
    }

    private void emitToString(String signature, String owner, String ownerType) {
        String string = unit.lang("String");
        String builder = unit.lang("StringBuilder");
        boolean ofThis = owner.equals("this");
        if (ofThis) {
            override();
        }
        out.open((ofThis ? "public " : "private static ") + string + " " + signature + " {");
        out.line(builder + " text = new " + builder + "(" + (ofThis ? "\"" + name + "[\"" : "") + ");");
        Parts.call(out, "show#(text, " + owner + ");", components);
        out.line(ofThis ? "return text.append(']').toString();" : "return text.toString();");
        out.close();
        out.blank();
        Parts.method(out, "private static void show#(" + builder + " text, " + ownerType + " of) {", components,
                component -> out.line(ShownValues.append(component, component.equals(components.get(0)) ? "" : ", ", "of")));
    }

    private void override() {
        out.line("@" + unit.lang("Override"));
    }
}
