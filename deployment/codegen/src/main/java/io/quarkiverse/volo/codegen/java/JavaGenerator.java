package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.source.JavaFile;

/** Turns IDL files that were found to be right into Java. */
public final class JavaGenerator {

    private final Program program;
    private final NameTable table;
    private final KeptFields kept;
    private final Diagnostics diagnostics;

    private JavaGenerator(Program program, NameTable table, KeptFields kept, Diagnostics diagnostics) {
        this.program = program;
        this.table = table;
        this.kept = kept;
        this.diagnostics = diagnostics;
    }

    /** Warns of annotations for Java that do nothing. */
    public static void warn(Program program, Diagnostics diagnostics) {
        new VoloAnnotations(diagnostics).check(program);
    }

    /**
     * The sources for all files of the program that are to be generated, by path.
     *
     * @param program resolved without errors
     * @param keepUnknownFields whether the structs of a file keep what they do not know; files as messages name them
     * @param diagnostics takes what Java, not Thrift, forbids; with errors the answer is empty
     */
    public static List<JavaFile> generate(Program program, Predicate<String> keepUnknownFields, Diagnostics diagnostics) {
        KeptFields kept = new KeptFields(program, keepUnknownFields, diagnostics);
        NameTable table = new NameTable(program, kept, diagnostics);
        new JavaLimits(program, table, diagnostics).check();
        return diagnostics.hasErrors() ? List.of() : new JavaGenerator(program, table, kept, diagnostics).files();
    }

    private List<JavaFile> files() {
        List<JavaFile> files = new ArrayList<>();
        for (Document document : program.documents()) {
            diagnostics.workingOn(document.file());
            if (document.generated()) {
                addFiles(document, files);
            }
        }
        files.sort(Comparator.comparing(JavaFile::path));
        return files;
    }

    private void addFiles(Document document, List<JavaFile> files) {
        document.structs().forEach(struct -> files.add(struct(struct)));
        document.enumerations().forEach(enumeration -> files.add(new EnumEmitter(table).emit(enumeration)));
        document.services().forEach(service -> {
            files.add(new ServiceEmitter(table).emit(service));
            files.add(new DefinitionEmitter(table, program).emit(service));
        });
        if (!document.constants().isEmpty()) {
            files.add(new ConstantsEmitter(table).emit(document));
        }
        if (NameTable.isDescribed(document)) {
            files.add(new IdlEmitter(table).emit(document));
        }
    }

    private JavaFile struct(Struct struct) {
        if (JavaLimits.isLarge(struct, kept)) {
            return new LargeTypeEmitter(table, kept, struct).emit();
        }
        return switch (struct.type().kind()) {
            case EXCEPTION -> new ExceptionEmitter(table, kept).emit(struct);
            case UNION -> new UnionEmitter(table, kept).emit(struct);
            default -> new RecordEmitter(table, kept).emit(struct);
        };
    }
}
