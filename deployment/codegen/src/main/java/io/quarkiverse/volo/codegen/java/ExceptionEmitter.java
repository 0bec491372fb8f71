package io.quarkiverse.volo.codegen.java;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** An exception becomes an unchecked exception with an accessor for each field. */
final class ExceptionEmitter {

    private final NameTable table;
    private final KeptFields keptFields;

    ExceptionEmitter(NameTable table, KeptFields keptFields) {
        this.table = table;
        this.keptFields = keptFields;
    }

    JavaFile emit(Struct struct) {
        JavaName type = table.type(struct.type());
        List<Component> components = RecordEmitter.components(struct, table);
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()),
                RecordEmitter.unusable(components));
        String name = type.simpleName();
        DefaultValues defaults = new DefaultValues(unit, table, components);
        KeptParts kept = new KeptParts(unit, name, components, keptFields.isKeptIn(struct.type()));
        StructParts parts = new StructParts(unit, table, name, components, defaults, kept);
        SourceWriter out = unit.body();

        out.javadoc(Deprecation.documented(struct.comment(), struct.annotations()));
        unit.markGenerated();
        // Java's own serialization is not what these are for; its lint would want every field to be fit for it.
        unit.suppress("serial");
        Deprecation.mark(unit, struct.annotations());
        out.open("public final class " + name + " extends " + unit.use(Library.DECLARED_EXCEPTION) + " {").blank();
        out.javadoc("Reads and writes it.");
        out.line("public static final " + unit.use(Library.STRUCT_CODEC) + "<" + name + "> CODEC = new Codec();").blank();
        defaults.emitConstants(out);
        emitFieldsAndConstructor(unit, name, components, parts);
        parts.emitConstructorWithoutUnknown();
        parts.emitAccessors(components);
        kept.emitAccessor();
        parts.emitFactories();
        parts.emitCopies();
        parts.emitBuilder(struct.type().name());
        out.blank();
        new StructCodecEmitter(unit, table, name, struct.type().name(), components, defaults, kept,
                Descriptors.of(struct.type(), unit, table)).emit();
        out.close();
        return unit.toFile();
    }

    private void emitFieldsAndConstructor(CompilationUnit unit, String name, List<Component> components, StructParts parts) {
        SourceWriter out = unit.body();
        parts.parameters().forEach(parameter -> out.line("private final " + parameter + ";"));
        if (!parts.parameters().isEmpty()) {
            out.blank();
        }
        out.list("public " + name + "(", parts.parameters(), ") {");
        out.indent();
        out.line("super(" + message(components) + ");");
        parts.checks("this.").forEach(out::line);
        out.close();
        out.blank();
    }

    /** The field called message, else all fields; never what is sensitive. */
    private static String message(List<Component> components) {
        String message = messageField(components);
        if (message != null) {
            return message;
        }
        return components.isEmpty() ? "null" : ShownValues.expression(components);
    }

    /** The field whose text is the exception's message; null if there is none. */
    static @Nullable String messageField(List<Component> components) {
        return components.stream()
                .filter(component -> component.name().equals("message") && component.type() == Type.Base.STRING)
                .filter(component -> !component.isSensitive())
                .map(Component::name)
                .findFirst().orElse(null);
    }
}
