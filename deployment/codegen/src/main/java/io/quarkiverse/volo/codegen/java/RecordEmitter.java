package io.quarkiverse.volo.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** A struct becomes a record with a builder. */
final class RecordEmitter {

    private final NameTable table;
    private final KeptFields keptFields;

    RecordEmitter(NameTable table, KeptFields keptFields) {
        this.table = table;
        this.keptFields = keptFields;
    }

    JavaFile emit(Struct struct) {
        JavaName type = table.type(struct.type());
        List<Component> components = components(struct, table);
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()), unusable(components));
        String name = type.simpleName();
        DefaultValues defaults = new DefaultValues(unit, table, components);
        KeptParts kept = new KeptParts(unit, name, components, keptFields.isKeptIn(struct.type()));
        StructParts parts = new StructParts(unit, table, name, components, defaults, kept);
        SourceWriter out = unit.body();

        out.javadoc(StructParts.documentation(struct, components));
        unit.markGenerated();
        Deprecation.mark(unit, struct.annotations());
        out.list("public record " + name + "(", parts.header(), ") {");
        openRecord(out);
        out.javadoc("Reads and writes it.");
        out.line("public static final " + unit.use(Library.STRUCT_CODEC) + "<" + name + "> CODEC = new Codec();").blank();
        defaults.emitConstants(out);
        emitConstructor(out, name, parts);
        parts.emitConstructorWithoutUnknown();
        emitAccessors(unit, name, components, parts, kept);
        parts.emitFactories();
        parts.emitCopies();
        parts.emitBuilder(struct.type().name());
        out.blank();
        new StructCodecEmitter(unit, table, name, struct.type().name(), components, defaults, kept,
                Descriptors.of(struct.type(), unit, table)).emit();
        out.close();
        return unit.toFile();
    }

    /** The header may take several lines, so its brace is opened here. */
    static void openRecord(SourceWriter out) {
        out.indent();
        out.blank();
    }

    static void emitConstructor(SourceWriter out, String name, StructParts parts) {
        List<String> checks = parts.checks("");
        if (!checks.isEmpty()) {
            out.open("public " + name + " {");
            checks.forEach(out::line);
            out.close();
            out.blank();
        }
    }

    /** What Java would write otherwise: accessors that have more to say, and a toString that has less. */
    static void emitAccessors(CompilationUnit unit, String name, List<Component> components, StructParts parts,
            KeptParts kept) {
        parts.emitAccessors(components.stream()
                .filter(component -> Deprecation.hasReason(component.field().annotations()))
                .toList());
        if (kept.isKept() || ShownValues.hidesAny(components)) {
            ShownValues.emitToString(unit, name, components);
        }
    }

    static List<Component> components(Struct struct, NameTable table) {
        return struct.fields().stream().map(field -> new Component(field, table.component(field))).toList();
    }

    /** Nested types, the constant, and components: in an expression a variable hides a type of its name. */
    static Set<String> unusable(List<Component> components) {
        Set<String> unusable = new HashSet<>(Set.of("Builder", "Codec", "Slots", "CODEC"));
        components.forEach(component -> unusable.add(component.name()));
        return unusable;
    }
}
