package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The records that stand for the members of a union, and the methods that make them. */
final class UnionRecords {

    private final CompilationUnit unit;
    private final NameTable table;
    private final SourceWriter out;
    private final TypeNames types;
    private final String union;
    private final boolean kept;

    /**
     * @param union as written inside of the source
     * @param kept whether it keeps unknown fields
     */
    UnionRecords(CompilationUnit unit, NameTable table, String union, boolean kept) {
        this.unit = unit;
        this.table = table;
        this.out = unit.body();
        this.types = new TypeNames(unit, table);
        this.union = union;
        this.kept = kept;
    }

    void emitFactory(UnionMember member) {
        emitFactory(member, parameter(member), "value");
        if (member.type() instanceof Type.ListOf list && list.array()) {
            emitFactory(member, types.plain(list.element()) + "... value", types.boxed(list) + ".of(value)");
        }
    }

    private void emitFactory(UnionMember member, String parameter, String value) {
        out.javadoc(Deprecation.documented("", member.field().annotations(), "A {@link " + member.recordName() + "}."));
        Deprecation.mark(unit, member.field().annotations());
        out.open("static " + union + " " + member.factory() + "(" + parameter + ") {");
        out.line("return new " + member.recordName() + "(" + value + ");");
        out.close().blank();
    }

    void emit(UnionMember member) {
        boolean keeps = kept && KeptParts.mayLose(member.type());
        out.javadoc(Deprecation.documented(member.field().comment(), member.field().annotations(),
                "The member {@code " + member.field().name() + "}."));
        Deprecation.mark(unit, member.field().annotations());
        open(member.recordName(), parameter(member), keeps);
        ContainerCopies copies = new ContainerCopies(unit, table);
        List<String> checks = checks(member, copies);
        if (keeps) {
            checks.add(KeptParts.nonNull(unit) + ";");
            checks.add(KeptParts.whereStill(member.field(), "value"));
        }
        emitConstructors(member.recordName(), checks, parameter(member), keeps);
        copies.emitMethods();
        emitMember(member.constant());
        emitToString(member.recordName(), "value", keeps, member.isSensitive());
        out.close().blank();
    }

    void emitUnknown() {
        out.javadoc(List.of("A member that the IDL does not name, or one of another type"
                + (kept ? "." : "; it can be read, but not be written."),
                "", "@param id what tells it in a message"));
        open("Unknown", "int id", kept);
        emitConstructors("Unknown", kept ? List.of(KeptParts.nonNull(unit) + ";") : List.of(), "int id", kept);
        emitMember("UNKNOWN");
        emitToString("Unknown", "id", kept, false);
        out.close().blank();
    }

    private String parameter(UnionMember member) {
        return types.plain(member.type()) + " value";
    }

    private void open(String record, String parameter, boolean keeps) {
        String more = keeps ? ", " + unit.use(Library.UNKNOWN_FIELDS) + " " + KeptFields.NAME : "";
        out.open("record " + record + "(" + parameter + more + ") implements " + union + " {").blank();
    }

    private List<String> checks(UnionMember member, ContainerCopies copies) {
        List<String> checks = new ArrayList<>();
        Type type = member.type();
        if (!TypeNames.isPrimitive(type)) {
            String checked = unit.use(Library.OBJECTS) + ".requireNonNull(value, \"value\")";
            checks.add(TypeNames.isContainer(type) && !TypeNames.isArray(type) ? "value = " + copies.copyOf(type, checked) + ";"
                    : checked + ";");
        }
        return checks;
    }

    private void emitConstructors(String record, List<String> checks, String parameter, boolean keeps) {
        if (!checks.isEmpty()) {
            out.open("public " + record + " {");
            checks.forEach(out::line);
            out.close().blank();
        }
        if (keeps) {
            String argument = parameter.substring(parameter.lastIndexOf(' ') + 1);
            out.javadoc("Without unknown fields.");
            out.open("public " + record + "(" + parameter + ") {");
            out.line("this(" + argument + ", " + unit.use(Library.UNKNOWN_FIELDS) + ".NONE);");
            out.close().blank();
        }
    }

    private void emitMember(String constant) {
        out.line("@" + unit.lang("Override"));
        out.open("public Member member() {").line("return Member." + constant + ";").close();
    }

    /** As a record's own, but without unknown fields, and without what is sensitive. */
    private void emitToString(String record, String component, boolean keeps, boolean sensitive) {
        if (keeps || sensitive) {
            String shown = sensitive ? ShownValues.HIDDEN + "]\"" : "\" + " + component + " + \"]\"";
            out.blank();
            out.line("@" + unit.lang("Override"));
            out.open("public " + unit.lang("String") + " toString() {");
            out.line("return \"" + record + "[" + component + "=" + shown + ";");
            out.close();
        }
    }
}
