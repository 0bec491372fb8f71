package io.quarkiverse.volo.codegen.java;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The nested class that reads and writes what a method answers: field 0 is the success, the others are its exceptions. */
final class ResultCodecEmitter {

    private final CompilationUnit unit;
    private final SourceWriter out;
    private final TypeNames types;
    private final ContainerCodecs containers;
    private final Method method;
    private final String fullName;
    private final String result;

    /** @param service the service's name in the IDL */
    ResultCodecEmitter(CompilationUnit unit, NameTable table, Method method, String service) {
        this.unit = unit;
        this.out = unit.body();
        this.types = new TypeNames(unit, table);
        this.containers = new ContainerCodecs(unit, table);
        this.method = method;
        this.fullName = service + "." + method.name();
        this.result = new MethodNames(unit, table).boxedResult(method);
    }

    void emit(String className) {
        out.open("private static final class " + className + " implements " + unit.use(Library.RESULT_CODEC) + "<" + result
                + "> {");
        out.blank();
        emitRead();
        out.blank();
        emitWriteSuccess();
        out.blank();
        emitWriteFailure();
        containers.emitMethods();
        out.close();
    }

    private void override() {
        out.line("@" + unit.lang("Override"));
    }

    private void emitRead() {
        override();
        String answer = method.result() == null ? unit.nullable(result) : result;
        out.open("public " + answer + " read(" + unit.use(Library.READER) + " in) {");
        Type type = method.result();
        if (type != null) {
            out.line(types.boxed(type) + " success = null;");
        }
        if (!method.exceptions().isEmpty()) {
            out.line(unit.use(Library.DECLARED_EXCEPTION) + " failure = null;");
        }
        out.line("in.structBegin();");
        out.open("for (int field; (field = in.readField()) != 0;) {");
        if (type == null && method.exceptions().isEmpty()) {
            out.line("in.skipField(field);");
        } else {
            emitSwitch(type);
        }
        out.close();
        out.line("in.structEnd();");
        emitAnswer(type);
        out.close();
    }

    private void emitSwitch(@Nullable Type type) {
        out.open("switch (field) {");
        if (type != null) {
            out.line("case " + Wire.header(type, 0) + " -> success = " + containers.read(type) + "; // "
                    + Wire.shown(0, type, "success"));
        }
        for (Field exception : method.exceptions()) {
            out.line("case " + Wire.header(exception.type(), exception.id()) + " -> failure = "
                    + containers.read(exception.type()) + "; // " + Wire.shown(exception));
        }
        out.line("default -> in.skipField(field);");
        out.close();
    }

    private void emitAnswer(@Nullable Type type) {
        if (!method.exceptions().isEmpty()) {
            out.open("if (failure != null) {").line("throw failure;").close();
        }
        if (type == null) {
            out.line("return null;");
            return;
        }
        out.open("if (success == null) {").line("throw " + missingResult()).close();
        out.line("return success;");
    }

    private String missingResult() {
        return unit.use(Library.THRIFT_EXCEPTION) + ".missingResult(\"" + fullName + "\");";
    }

    private void emitWriteSuccess() {
        override();
        out.open("public void writeSuccess(" + unit.use(Library.WRITER) + " out, " + unit.nullable(result) + " value) {");
        Type type = method.result();
        if (type != null) {
            out.open("if (value == null) {").line("throw " + missingResult()).close();
        }
        out.line("out.structBegin();");
        if (type != null) {
            out.line("out.writeField(" + Wire.header(type, 0) + "); // " + Wire.shown(0, type, "success"));
            // The handler may go on using its container, whose size is written first.
            String value = TypeNames.isContainer(type) && !TypeNames.isArray(type)
                    ? unit.use(ContainerCopies.immutable(type)) + ".copyOf(value)"
                    : "value";
            out.line(containers.write(type, value, "\"" + fullName + "\""));
        }
        out.line("out.structEnd();");
        out.close();
    }

    private void emitWriteFailure() {
        override();
        out.open("public boolean writeFailure(" + unit.use(Library.WRITER) + " out, " + unit.lang("Throwable") + " failure) {");
        for (Field exception : method.exceptions()) {
            String name = types.boxed(exception.type());
            out.open("if (failure instanceof " + name + " declared) {");
            out.line("out.structBegin();");
            out.line("out.writeField(" + Wire.header(exception.type(), exception.id()) + "); // " + Wire.shown(exception));
            out.line(name + ".CODEC.write(out, declared);");
            out.line("out.structEnd();");
            out.line("return true;");
            out.close();
        }
        out.line("return false;");
        out.close();
    }
}
