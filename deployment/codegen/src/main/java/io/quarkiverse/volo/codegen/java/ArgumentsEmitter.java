package io.quarkiverse.volo.codegen.java;

import java.util.List;

import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The record of a method's arguments: what layers see as the request. */
final class ArgumentsEmitter {

    private final CompilationUnit unit;
    private final NameTable table;

    ArgumentsEmitter(CompilationUnit unit, NameTable table) {
        this.unit = unit;
        this.table = table;
    }

    void emit(ServiceMethod method, Service.Name service) {
        String name = method.argumentsRecord();
        String idlName = method.service() + "." + method.method().name();
        List<Component> components = new MethodNames(unit, table).arguments(method.method());
        DefaultValues defaults = new DefaultValues(unit, table, components);
        // What a call brings besides its arguments is nobody's.
        KeptParts kept = new KeptParts(unit, name, components, false);
        StructParts parts = new StructParts(unit, table, name, components, defaults, kept);
        SourceWriter out = unit.body();
        out.javadoc("The arguments of {@code " + idlName + "}.");
        out.list("public record " + name + "(", parts.header(), ") {");
        RecordEmitter.openRecord(out);
        out.javadoc("Reads and writes them.");
        out.line("public static final " + unit.use(Library.STRUCT_CODEC) + "<" + name + "> CODEC = new Codec();").blank();
        defaults.emitConstants(out);
        RecordEmitter.emitConstructor(out, name, parts);
        RecordEmitter.emitAccessors(unit, name, components, parts, kept);
        parts.emitCopies();
        new StructCodecEmitter(unit, table, name, idlName, components, defaults, kept,
                Descriptors.ofArguments(service, method.method(), unit, table)).emit();
        out.close();
    }
}
