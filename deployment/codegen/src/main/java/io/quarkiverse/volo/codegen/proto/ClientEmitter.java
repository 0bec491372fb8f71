package io.quarkiverse.volo.codegen.proto;

import java.util.List;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The nested classes that implement a service's clients: one prepared method each, and the options of the calls. */
final class ClientEmitter {

    private final CompilationUnit unit;
    private final SourceWriter out;
    private final String service;
    private final List<Method> methods;

    ClientEmitter(CompilationUnit unit, String service, List<Method> methods) {
        this.unit = unit;
        this.out = unit.body();
        this.service = service;
        this.methods = methods;
    }

    void emit(boolean reactive) {
        String className = reactive ? "ReactiveClient" : "AwaitingClient";
        String client = service + (reactive ? ".Client" : ".BlockingClient");
        String callOptions = unit.use(Library.CALL_OPTIONS);
        out.open("private static final class " + className + " implements " + client + " {").blank();
        for (Method method : methods) {
            out.line("private final " + unit.use(Library.CLIENT_METHOD) + "<" + method.argument(unit) + ", "
                    + method.result(unit) + "> " + field(method) + ";");
        }
        out.line("private final " + callOptions + " options;").blank();
        out.open("private " + className + "(" + unit.use(Library.GRPC_STUB) + " stub) {");
        methods.forEach(method -> out
                .line("this." + field(method) + " = stub." + method.kind().factory + "(" + method.constant() + ");"));
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

    private void emitMethod(Method method, boolean reactive) {
        boolean awaits = method.kind() == Kind.UNARY && !reactive;
        String call = "this." + field(method) + (awaits ? ".await" : ".call") + "(this.options, " + method.argumentName()
                + ")";
        out.blank();
        override();
        out.open("public " + method.signature(unit, reactive) + " {");
        out.line("return " + (method.kind().streamsReplies() ? unit.use(Library.STREAMS) + ".of(" + call + ")" : call) + ";");
        out.close();
    }

    private void override() {
        out.line("@" + unit.lang("Override"));
    }

    /** Never a name that hides a package, a type or a constant. */
    private static String field(Method method) {
        return method.javaName() + "Method";
    }
}
