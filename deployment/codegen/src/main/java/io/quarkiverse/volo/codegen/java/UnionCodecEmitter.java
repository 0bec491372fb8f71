package io.quarkiverse.volo.codegen.java;

import java.util.List;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The nested class that reads and writes a union: a struct with one field. */
final class UnionCodecEmitter {

    // Methods beyond 8,000 bytes of byte code are never compiled by HotSpot.
    private static final int MEMBERS_PER_METHOD = 100;

    private final CompilationUnit unit;
    private final SourceWriter out;
    private final TypeNames types;
    private final ContainerCodecs containers;
    private final String union;
    private final String idlName;
    private final List<UnionMember> members;
    private final boolean kept;
    private final String descriptor;

    /**
     * @param union as written inside of the source
     * @param idlName as errors name it
     * @param kept whether it keeps unknown fields
     * @param descriptor an expression, see {@link Descriptors}
     */
    UnionCodecEmitter(CompilationUnit unit, NameTable table, String union, String idlName, List<UnionMember> members,
            boolean kept, String descriptor) {
        this.unit = unit;
        this.out = unit.body();
        this.types = new TypeNames(unit, table);
        this.containers = new ContainerCodecs(unit, table, kept);
        this.union = union;
        this.idlName = idlName;
        this.members = members;
        this.kept = kept;
        this.descriptor = descriptor;
    }

    void emit() {
        out.javadoc("Is used as {@link #CODEC}.");
        out.open("final class Codec implements " + unit.use(Library.STRUCT_CODEC) + "<" + union + "> {").blank();
        out.open("private Codec() {").close().blank();
        override();
        out.open("public " + unit.lang("String") + " name() {").line("return \"" + idlName + "\";").close().blank();
        Descriptors.emitOverride(unit, Library.STRUCT_DESCRIPTOR, descriptor);
        emitRead();
        emitReadMember(0);
        emitWrite();
        emitWriteMember(0);
        emitWriteUnknown();
        emitNameOf();
        containers.emitMethods();
        out.close();
    }

    private void override() {
        out.line("@" + unit.lang("Override"));
    }

    private void emitRead() {
        override();
        out.open("public " + union + " read(" + unit.use(Library.READER) + " in) {");
        out.line(union + " value = null;");
        out.line("int first = 0;");
        out.line("in.structBegin();");
        out.open("for (int field; (field = in.readField()) != 0;) {");
        out.open("if (value != null) {");
        out.line("throw in.secondMember(\"" + idlName + "\", nameOf(first), nameOf(field));");
        out.close();
        out.line("value = readMember(in, field);");
        out.line("first = field;");
        out.close();
        out.line("in.structEnd();");
        out.open("if (value == null) {").line("throw in.noMember(\"" + idlName + "\");").close();
        out.line("return value;");
        out.close().blank();
    }

    /** What one method cannot hold is in the next. */
    private void emitReadMember(int from) {
        int end = Math.min(from + MEMBERS_PER_METHOD, members.size());
        out.open("private static " + union + " readMember" + suffix(from) + "(" + unit.use(Library.READER)
                + " in, int field) {");
        out.open("return switch (field) {");
        members.subList(from, end).forEach(this::readCase);
        if (end < members.size()) {
            out.line("default -> readMember" + suffix(end) + "(in, field);");
        } else {
            out.open("default -> {");
            skip();
            out.close();
        }
        out.close("};").close().blank();
        if (end < members.size()) {
            emitReadMember(end);
        }
    }

    private void skip() {
        if (kept) {
            newKeeper();
            out.line("keeper.keep(field);");
            out.line("yield new Unknown((short) field, keeper.kept());");
        } else {
            out.line("in.skipField(field);");
            out.line("yield new Unknown((short) field);");
        }
    }

    private void newKeeper() {
        String keeper = unit.use(Library.FIELD_KEEPER);
        out.line(keeper + " keeper = new " + keeper + "(in);");
    }

    private void readCase(UnionMember member) {
        String header = "case " + Wire.header(member.type(), member.field().id()) + " -> ";
        String comment = " // " + Wire.shown(member.field());
        String read = containers.read(member.type());
        if (kept && KeptParts.mayLose(member.type())) {
            out.open(header + "{" + comment);
            readWhatMayBeLost(member, read);
            out.close();
        } else if (TypeNames.isContainer(member.type())) {
            out.open(header + "{" + comment);
            out.line(types.boxed(member.type()) + " read = " + read + ";");
            out.line("yield read == null ? new Unknown((short) field) : new " + member.recordName() + "(read);");
            out.close();
        } else {
            out.line(header + "new " + member.recordName() + "(" + read + ");" + comment);
        }
    }

    private void readWhatMayBeLost(UnionMember member, String read) {
        newKeeper();
        out.line("keeper.begin();");
        out.line(types.boxed(member.type()) + " read = " + read + ";");
        if (TypeNames.isContainer(member.type())) {
            out.open("if (read == null) {");
            out.line("keeper.skipped(field);");
            out.line("yield new Unknown((short) field, keeper.kept());");
            out.close();
        }
        out.line("keeper.end(field, read);");
        out.line("yield new " + member.recordName() + "(read, keeper.kept());");
    }

    private static String suffix(int from) {
        return from == 0 ? "" : String.valueOf(from / MEMBERS_PER_METHOD + 1);
    }

    private void emitWrite() {
        override();
        out.open("public void write(" + unit.use(Library.WRITER) + " out, " + union + " value) {");
        out.line("out.structBegin();");
        out.line("writeMember(out, value);");
        out.line("out.structEnd();");
        out.close().blank();
    }

    private void emitWriteMember(int from) {
        int end = Math.min(from + MEMBERS_PER_METHOD, members.size());
        out.open("private static void writeMember" + suffix(from) + "(" + unit.use(Library.WRITER) + " out, " + union
                + " value) {");
        out.open("switch (value.member()) {");
        members.subList(from, end).forEach(this::writeCase);
        out.line("default -> " + (end < members.size() ? "writeMember" + suffix(end) + "(out, value);" : unknown()));
        out.close().close().blank();
        if (end < members.size()) {
            emitWriteMember(end);
        }
    }

    private void writeCase(UnionMember member) {
        String value = "((" + member.recordName() + ") value)";
        out.open("case " + member.constant() + " -> {");
        if (kept && KeptParts.mayLose(member.type())) {
            String header = Wire.header(member.type(), member.field().id());
            out.open("if (!out.writeKept(" + header + ", " + value + "." + KeptFields.NAME + ")) {");
            writeField(member, value);
            out.close();
        } else {
            writeField(member, value);
        }
        out.close();
    }

    private void writeField(UnionMember member, String value) {
        containers.writeField(member.field(), value + ".value", "\"" + idlName + "." + member.field().name() + "\"");
    }

    private String unknown() {
        return kept ? "writeUnknown(out, (Unknown) value);" : refusal("((Unknown) value)");
    }

    private String refusal(String unknown) {
        return "throw new " + unit.lang("IllegalArgumentException") + "(\"" + idlName + ": member \" + " + unknown
                + ".id + \" is not in the IDL and was not kept (expected: a member of the IDL, or volo.keep_unknown_fields)\");";
    }

    private void emitWriteUnknown() {
        if (kept) {
            out.open("private static void writeUnknown(" + unit.use(Library.WRITER) + " out, Unknown value) {");
            out.open("if (!value." + KeptFields.NAME + ".isOnly(value.id)) {").line(refusal("value")).close();
            out.line("out.writeUnknown(value." + KeptFields.NAME + ");");
            out.close().blank();
        }
    }

    private void emitNameOf() {
        String string = unit.lang("String");
        out.open("private static " + string + " nameOf(int field) {");
        out.open("return switch ((short) field) {");
        members.forEach(member -> out.line("case " + member.field().id() + " -> \"'" + member.field().name() + "'\";"));
        out.line("default -> " + string + ".valueOf((short) field);");
        out.close("};").close();
    }
}
