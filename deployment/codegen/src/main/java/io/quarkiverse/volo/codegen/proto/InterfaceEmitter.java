package io.quarkiverse.volo.codegen.proto;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.Javadoc;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** A service becomes an interface with {@code Uni} and {@code Multi} methods, one with plain methods, and their clients. */
final class InterfaceEmitter {

    private final Service service;
    private final CompilationUnit unit;
    private final SourceWriter out;
    private final String mark;

    InterfaceEmitter(Service service) {
        this.service = service;
        this.unit = new CompilationUnit(service.type(), service.packageTypes(), Service.NESTED);
        this.out = unit.body();
        this.mark = "@" + unit.use(Library.GRPC_SERVICE) + "(" + unit.use(service.definition()) + ".class)";
    }

    JavaFile emit() {
        String name = service.type().simpleName();
        out.javadoc(Javadoc.lines(service.comment()));
        unit.markGenerated();
        if (service.deprecated()) {
            out.line("@" + unit.lang("Deprecated"));
        }
        out.line(mark);
        out.open("public interface " + name + " {").blank();
        for (Method method : service.methods()) {
            emitMethod(method, true);
            out.blank();
        }
        emitBlocking();
        out.blank();
        emitClient("Client", name, "A client of the service.");
        out.blank();
        emitClient("BlockingClient", name + ".Blocking", "A client of the service that waits for single replies.");
        out.close();
        return unit.toFile();
    }

    private void emitBlocking() {
        out.javadoc("The same service with plain methods where a single message answers a single one.");
        out.line(mark);
        out.open("interface Blocking {");
        for (Method method : service.methods()) {
            out.blank();
            emitMethod(method, false);
        }
        out.close();
    }

    private void emitMethod(Method method, boolean reactive) {
        out.javadoc(Javadoc.lines(method.comment()));
        if (method.deprecated()) {
            out.line("@" + unit.lang("Deprecated"));
        }
        out.line(method.signature(unit, reactive) + ";");
    }

    private void emitClient(String client, String extended, String comment) {
        out.javadoc(comment);
        out.line(mark);
        out.open("interface " + client + " extends " + extended + " {").blank();
        out.javadoc("The same client with other options for the calls that are made through it.");
        out.line(service.type().simpleName() + "." + client + " with(" + unit.use(Library.CALL_OPTIONS) + " options);");
        out.close();
    }
}
