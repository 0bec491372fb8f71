package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;

/** Turns IDL files that were found to be right into Java. */
public final class JavaGenerator {

    private final Program program;
    private final NameTable table;
    private final Diagnostics diagnostics;

    private JavaGenerator(Program program, NameTable table, Diagnostics diagnostics) {
        this.program = program;
        this.table = table;
        this.diagnostics = diagnostics;
    }

    /**
     * The sources for all files of the program that are to be generated, by path.
     *
     * @param program resolved without errors
     * @param diagnostics takes what Java, not Thrift, forbids; with errors the answer is empty
     */
    public static List<JavaFile> generate(Program program, Diagnostics diagnostics) {
        NameTable table = new NameTable(program, diagnostics);
        new JavaLimits(program, table, diagnostics).check();
        return diagnostics.hasErrors() ? List.of() : new JavaGenerator(program, table, diagnostics).files();
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
    }

    private JavaFile struct(Struct struct) {
        return struct.type().kind() == Type.Kind.EXCEPTION ? new ExceptionEmitter(table).emit(struct)
                : new RecordEmitter(table).emit(struct);
    }
}
