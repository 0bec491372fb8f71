package io.quarkiverse.volo.codegen.java;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** An enum becomes a Java enum with one constant more, for numbers that the IDL does not name. */
final class EnumEmitter {

    private final NameTable table;

    EnumEmitter(NameTable table) {
        this.table = table;
    }

    JavaFile emit(Enumeration enumeration) {
        JavaName type = table.type(enumeration.type());
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()),
                enumeration.members().stream().map(member -> table.enumMember(enumeration.type(), member.name()))
                        .collect(Collectors.toSet()));
        String name = type.simpleName();
        SourceWriter out = unit.body();
        out.javadoc(Deprecation.documented(enumeration.comment(), enumeration.annotations()));
        unit.markGenerated();
        Deprecation.mark(unit, enumeration.annotations());
        out.open("public enum " + name + " {").blank();
        emitMembers(enumeration, unit);
        out.line("private final int number;").blank();
        out.open(name + "(int number) {").line("this.number = number;").close().blank();
        emitNumber(unit, name);
        emitOf(enumeration, name, out);
        out.blank();
        Descriptors.emitStatic(unit, Library.ENUM_DESCRIPTOR, Descriptors.of(enumeration.type(), unit, table));
        out.close();
        return unit.toFile();
    }

    private void emitMembers(Enumeration enumeration, CompilationUnit unit) {
        SourceWriter out = unit.body();
        for (Enumeration.Member member : enumeration.members()) {
            out.javadoc(Deprecation.documented(member.comment(), member.annotations()));
            Deprecation.mark(unit, member.annotations());
            out.line(table.enumMember(enumeration.type(), member.name()) + "(" + member.number() + "),");
        }
        out.javadoc("Stands for every number that the IDL does not name; it has none itself and cannot be sent.");
        out.line("UNRECOGNIZED(-1);").blank();
    }

    private static void emitNumber(CompilationUnit unit, String name) {
        String illegalState = unit.lang("IllegalStateException");
        SourceWriter out = unit.body();
        out.javadoc(List.of("The number on the wire.", "", "@throws " + illegalState + " for UNRECOGNIZED, which has none"));
        out.open("public int number() {");
        out.open("if (this == UNRECOGNIZED) {");
        out.line("throw new " + illegalState + "(\"" + name + ".UNRECOGNIZED has no number\");");
        out.close();
        out.line("return number;");
        out.close();
        out.blank();
    }

    private void emitOf(Enumeration enumeration, String name, SourceWriter out) {
        out.javadoc("The constant of a number; UNRECOGNIZED if the IDL does not name it.");
        out.open("public static " + name + " of(int number) {");
        out.open("return switch (number) {");
        enumeration.members().forEach(member -> out.line("case " + member.number() + " -> "
                + table.enumMember(enumeration.type(), member.name()) + ";"));
        out.line("default -> UNRECOGNIZED;");
        out.close("};");
        out.close();
    }
}
