package io.quarkiverse.volo.codegen.java;

import java.util.List;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.Javadoc;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** A service becomes an interface with {@code Uni} methods, one with plain methods, and their clients. */
final class ServiceEmitter {

    private final NameTable table;

    ServiceEmitter(NameTable table) {
        this.table = table;
    }

    JavaFile emit(Service service) {
        JavaName type = table.service(service.name());
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()), MethodNames.NESTED);
        MethodNames names = new MethodNames(unit, table);
        SourceWriter out = unit.body();
        String name = type.simpleName();
        String base = service.base() == null ? "" : unit.use(table.service(service.base()));
        String mark = "@" + unit.use(Library.THRIFT_SERVICE) + "(" + unit.use(table.definition(service.name())) + ".class)";

        out.javadoc(Deprecation.documented(service.comment(), service.annotations()));
        unit.markGenerated();
        Deprecation.mark(unit, service.annotations());
        out.line(mark);
        out.open("public interface " + name + (base.isEmpty() ? "" : " extends " + base) + " {").blank();
        for (Method method : service.methods()) {
            document(method, unit);
            out.line(names.signature(method, true) + ";").blank();
        }
        out.javadoc("The same service with plain methods.");
        out.line(mark);
        out.open("interface Blocking" + (base.isEmpty() ? "" : " extends " + base + ".Blocking") + " {");
        for (Method method : service.methods()) {
            out.blank();
            document(method, unit);
            out.line(names.signature(method, false) + ";");
        }
        out.close().blank();
        emitClient(unit, mark, "Client", name, base);
        out.blank();
        emitClient(unit, mark, "BlockingClient", name + ".Blocking", base);
        out.close();
        return unit.toFile();
    }

    private static void emitClient(CompilationUnit unit, String mark, String client, String service, String base) {
        SourceWriter out = unit.body();
        String qualified = unit.type().simpleName() + "." + client;
        out.javadoc(
                client.equals("Client") ? "A client of the service." : "A client of the service that waits for the replies.");
        out.line(mark);
        out.open("interface " + client + " extends " + service + (base.isEmpty() ? "" : ", " + base + "." + client) + " {");
        out.blank();
        out.javadoc("The same client with other options for the calls that are made through it.");
        if (!base.isEmpty()) {
            out.line("@" + unit.lang("Override"));
        }
        out.line(qualified + " with(" + unit.use(Library.CALL_OPTIONS) + " options);");
        out.close();
    }

    private void document(Method method, CompilationUnit unit) {
        List<String> lines = Javadoc.lines(method.comment());
        int text = lines.size();
        for (Field argument : method.arguments()) {
            if (!argument.comment().isEmpty()) {
                lines.add("@param " + table.component(argument) + " " + Javadoc.inline(argument.comment()));
            }
        }
        TypeNames types = new TypeNames(unit, table);
        for (Field exception : method.exceptions()) {
            String reason = exception.comment().isEmpty() ? "as the IDL declares" : Javadoc.inline(exception.comment());
            lines.add("@throws " + types.boxed(exception.type()) + " " + reason);
        }
        if (text > 0 && lines.size() > text) {
            lines.add(text, "");
        }
        Deprecation.addReason(lines, method.annotations());
        unit.body().javadoc(lines);
        Deprecation.mark(unit, method.annotations());
    }
}
