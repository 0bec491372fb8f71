package io.quarkiverse.volo.codegen.java;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The nested classes that implement a service's clients: one prepared method each, and the options of the calls. */
final class ClientEmitter {

    private final CompilationUnit unit;
    private final SourceWriter out;
    private final MethodNames names;
    private final NameTable table;
    private final String service;
    private final List<ServiceMethod> methods;

    ClientEmitter(CompilationUnit unit, NameTable table, String service, List<ServiceMethod> methods) {
        this.unit = unit;
        this.out = unit.body();
        this.names = new MethodNames(unit, table);
        this.table = table;
        this.service = service;
        this.methods = methods;
    }

    void emit(boolean reactive) {
        String className = reactive ? "ReactiveClient" : "AwaitingClient";
        String client = service + (reactive ? ".Client" : ".BlockingClient");
        String callOptions = unit.use(Library.CALL_OPTIONS);
        out.open("private static final class " + className + " implements " + client + " {").blank();
        for (ServiceMethod method : methods) {
            out.line("private final " + unit.use(Library.CLIENT_METHOD) + "<" + method.arguments(unit) + ", "
                    + names.boxedResult(method.method()) + "> " + field(method) + ";");
        }
        out.line("private final " + callOptions + " options;").blank();
        out.open("private " + className + "(" + unit.use(Library.THRIFT_STUB) + " stub) {");
        methods.forEach(method -> out.line("this." + field(method) + " = stub.method(" + method.constant() + ");"));
        out.line("this.options = " + callOptions + ".DEFAULT;");
        out.close().blank();
        out.open("private " + className + "(" + className + " from, " + callOptions + " options) {");
        methods.forEach(method -> out.line("this." + field(method) + " = from." + field(method) + ";"));
        out.line("this.options = " + unit.use(Library.OBJECTS) + ".requireNonNull(options, \"options\");");
        out.close().blank();
        override();
        out.open("public " + client + " with(" + callOptions + " options) {");
        out.line("return new " + className + "(this, options);");
        out.close();
        methods.forEach(method -> emitMethod(method, reactive));
        out.close();
    }

    private void emitMethod(ServiceMethod method, boolean reactive) {
        String arguments = names.arguments(method.method()).stream().map(Component::name).collect(Collectors.joining(", "));
        boolean answers = reactive || method.method().result() != null;
        out.blank();
        override();
        out.open("public " + names.signature(method.method(), reactive) + " {");
        out.line((answers ? "return " : "") + "this." + field(method) + (reactive ? ".call" : ".await") + "(this.options, new "
                + method.arguments(unit) + "(" + arguments + "));");
        out.close();
    }

    private void override() {
        out.line("@" + unit.lang("Override"));
    }

    private String field(ServiceMethod method) {
        // Never a name that hides a package, a type or a constant.
        return table.method(method.method()) + "Method";
    }
}
