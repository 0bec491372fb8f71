package io.quarkiverse.volo.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** A union becomes a sealed interface with a record for each member, and one for members that the IDL does not name. */
final class UnionEmitter {

    private final NameTable table;
    private final KeptFields keptFields;

    UnionEmitter(NameTable table, KeptFields keptFields) {
        this.table = table;
        this.keptFields = keptFields;
    }

    JavaFile emit(Struct union) {
        JavaName type = table.type(union.type());
        List<UnionMember> members = UnionMember.of(union, table);
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()), unusable(members));
        String name = type.simpleName();
        boolean kept = keptFields.isKeptIn(union.type());
        SourceWriter out = unit.body();

        out.javadoc(Deprecation.documented(union.comment(), union.annotations()));
        unit.markGenerated();
        Deprecation.mark(unit, union.annotations());
        out.open("public sealed interface " + name + " {").blank();
        out.javadoc("Reads and writes it.");
        out.line(unit.use(Library.STRUCT_CODEC) + "<" + name + "> CODEC = new Codec();").blank();
        out.javadoc("Tells which member it is, for a {@code switch}.");
        out.line("Member member();").blank();
        UnionRecords records = new UnionRecords(unit, table, name, kept);
        members.forEach(records::emitFactory);
        members.forEach(records::emit);
        records.emitUnknown();
        emitMembers(members, name, unit);
        new UnionCodecEmitter(unit, table, name, union.type().name(), members, kept,
                Descriptors.of(union.type(), unit, table)).emit();
        out.close();
        return unit.toFile();
    }

    /** Nested types, and the constant. */
    private static Set<String> unusable(List<UnionMember> members) {
        Set<String> unusable = new HashSet<>(UnionMember.NESTED);
        unusable.add("CODEC");
        members.forEach(member -> unusable.add(member.recordName()));
        return unusable;
    }

    private static void emitMembers(List<UnionMember> members, String name, CompilationUnit unit) {
        SourceWriter out = unit.body();
        out.javadoc("The members of a {@link " + name + "}.");
        out.open("enum Member {");
        for (UnionMember member : members) {
            Deprecation.mark(unit, member.field().annotations());
            out.line(member.constant() + ",");
        }
        out.javadoc("Stands for every member that the IDL does not name.");
        out.line("UNKNOWN");
        out.close().blank();
    }
}
