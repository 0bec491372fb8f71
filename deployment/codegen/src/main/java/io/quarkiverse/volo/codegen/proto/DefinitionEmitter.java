package io.quarkiverse.volo.codegen.proto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The class that knows how a service's methods are called and served. */
final class DefinitionEmitter {

    private final Service service;
    private final CompilationUnit unit;
    private final SourceWriter out;
    private final String type;

    DefinitionEmitter(Service service) {
        this.service = service;
        this.unit = new CompilationUnit(service.definition(), service.packageTypes(), unusable(service));
        this.out = unit.body();
        this.type = unit.use(service.type());
    }

    private static Set<String> unusable(Service service) {
        Set<String> unusable = new HashSet<>(Service.NESTED);
        unusable.addAll(Set.of("ReactiveClient", "AwaitingClient", "METHODS"));
        service.methods().forEach(method -> unusable.add(method.constant()));
        return unusable;
    }

    JavaFile emit() {
        if (service.fileDeprecated() || service.methods().stream().anyMatch(Method::deprecated)) {
            unit.usesDeprecated();
        }
        out.javadoc("How {@link " + type + "} is called and served; for the extension and for layers.");
        unit.markGenerated();
        out.open("public final class " + service.definition().simpleName() + " implements "
                + unit.use(Library.SERVICE_DEFINITION) + "<" + type + ", " + type + ".Blocking> {").blank();
        emitConstants();
        emitFacts();
        emitServe(true);
        emitServe(false);
        emitClients();
        out.close();
        return unit.toFile();
    }

    private void emitConstants() {
        String grpcMethod = unit.use(Library.GRPC_METHOD);
        for (Method method : service.methods()) {
            String types = "<" + method.request().in(unit) + ", " + method.reply().in(unit) + ">";
            out.list("public static final " + grpcMethod + types + " " + method.constant() + " = new " + grpcMethod + "<>(",
                    List.of("\"" + service.fullName() + "\"", "\"" + method.name() + "\"",
                            unit.use(Library.CALL_KIND) + "." + method.kind(), codec(method.request()),
                            codec(method.reply())),
                    ");");
            out.blank();
        }
        String list = unit.use(Library.LIST);
        String any = grpcMethod + "<?, ?>";
        out.list("private static final " + list + "<" + any + "> METHODS = " + list + ".<" + any + "> of(",
                service.methods().stream().map(Method::constant).toList(), ");");
        out.blank();
    }

    private String codec(MessageType message) {
        return unit.use(Library.PROTOBUF_CODEC) + ".of(" + message.in(unit) + ".getDefaultInstance())";
    }

    private void emitFacts() {
        String className = unit.lang("Class");
        emitGetter(unit.lang("String") + " serviceName()", "\"" + service.fullName() + "\"");
        emitGetter(unit.use(Library.DESCRIPTORS) + ".FileDescriptor file()", unit.use(service.file()) + ".getDescriptor()");
        emitGetter(className + "<" + type + "> type()", type + ".class");
        emitGetter(className + "<" + type + ".Blocking> blockingType()", type + ".Blocking.class");
        emitGetter(unit.use(Library.LIST) + "<" + unit.use(Library.GRPC_METHOD) + "<?, ?>> methods()", "METHODS");
    }

    private void emitServe(boolean reactive) {
        String serverMethod = unit.use(Library.SERVER_METHOD);
        List<String> served = new ArrayList<>();
        for (Method method : service.methods()) {
            String factory = method.kind() == Kind.UNARY && !reactive ? "blocking" : method.kind().factory;
            served.add(serverMethod + "." + factory + "(" + method.constant() + ", bean::" + method.javaName() + ")");
        }
        String list = unit.use(Library.LIST);
        override();
        out.open("public " + list + "<" + serverMethod + "<?, ?>> "
                + (reactive ? "serve(" + type : "serveBlocking(" + type + ".Blocking") + " bean) {");
        out.list("return " + list + ".<" + serverMethod + "<?, ?>> of(", served, ");");
        out.close().blank();
    }

    private void emitClients() {
        String stub = unit.use(Library.GRPC_STUB) + " stub)";
        emitGetter(type + ".Client client(" + stub, "new ReactiveClient(stub)");
        emitGetter(type + ".BlockingClient blockingClient(" + stub, "new AwaitingClient(stub)");
        ClientEmitter clients = new ClientEmitter(unit, type, service.methods());
        clients.emit(true);
        out.blank();
        clients.emit(false);
    }

    private void emitGetter(String signature, String answer) {
        override();
        out.open("public " + signature + " {").line("return " + answer + ";").close().blank();
    }

    private void override() {
        out.line("@" + unit.lang("Override"));
    }
}
