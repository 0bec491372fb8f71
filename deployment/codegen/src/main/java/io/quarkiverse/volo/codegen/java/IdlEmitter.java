package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.Javadoc;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/**
 * The class that holds the description of a file, as IDL: descriptors are read from it when one is first asked for, and
 * nothing loads the class before.
 */
final class IdlEmitter {

    // A constant takes up to 65,535 bytes (JVMS 4.4.7), and a character up to 3 of them.
    private static final int LONGEST_PART = 60_000;

    private final NameTable table;

    IdlEmitter(NameTable table) {
        this.table = table;
    }

    JavaFile emit(Document document) {
        JavaName type = table.idl(document.file());
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()), Set.of("FILE"));
        IdlText text = new IdlText(document);
        String idlFile = unit.use(Library.IDL_FILE);
        SourceWriter out = unit.body();
        out.javadoc("What " + Javadoc.inline(document.stem()) + ".thrift says, for descriptors.");
        unit.markGenerated();
        out.open("public final class " + type.simpleName() + " {").blank();
        out.javadoc("The file; it is read when something of it is first asked for.");
        out.open("public static final " + idlFile + " FILE = new " + idlFile + "(");
        out.line(ValueExpressions.literal(document.file()) + ",");
        out.list(unit.use(Library.LIST) + ".of(", includes(text.files(), unit), "),");
        List<String> parts = parts(text.toString());
        for (int i = 0; i < parts.size(); i++) {
            emitPart(parts.get(i), i == parts.size() - 1 ? "" : ",", out);
        }
        out.close(");").blank();
        out.open("private " + type.simpleName() + "() {").close();
        out.close();
        return unit.toFile();
    }

    private List<String> includes(Map<String, String> files, CompilationUnit unit) {
        List<String> includes = new ArrayList<>();
        files.forEach((alias, file) -> includes.add(unit.use(Library.IDL_FILE) + ".include(\"" + alias + "\", () -> "
                + unit.use(table.idl(file)) + ".FILE)"));
        return includes;
    }

    /** Cut behind a line wherever there is one. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int lineEnd = 0;
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            size += text.charAt(i) < 0x80 ? 1 : 3;
            if (size > LONGEST_PART) {
                int end = lineEnd > start ? lineEnd : i;
                parts.add(text.substring(start, end));
                start = end;
                i = end;
                size = text.charAt(i) < 0x80 ? 1 : 3;
            }
            if (text.charAt(i) == '\n') {
                lineEnd = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** A text block. */
    private static void emitPart(String part, String after, SourceWriter out) {
        out.line("\"\"\"");
        // A backslash at the end joins lines: a part that is cut within a line ends without one.
        String joined = part.endsWith("\n") ? "" : "\\";
        List<String> lines = part.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            out.line(escaped(lines.get(i)) + (i == lines.size() - 1 ? joined : ""));
        }
        out.line("\"\"\"" + after);
    }

    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\') {
                escaped.append("\\\\");
            } else if (character > '~') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString().replace("\"\"\"", "\\\"\\\"\\\"");
    }
}
