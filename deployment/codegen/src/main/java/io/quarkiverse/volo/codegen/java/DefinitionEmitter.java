package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** The class that knows how a service's methods are called and served. */
final class DefinitionEmitter {

    private final NameTable table;
    private final Program program;

    DefinitionEmitter(NameTable table, Program program) {
        this.table = table;
        this.program = program;
    }

    JavaFile emit(Service service) {
        JavaName type = table.definition(service.name());
        List<ServiceMethod> methods = new ServiceMethods(table, program).of(service);
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()), unusable(methods));
        if (methods.stream().anyMatch(DefinitionEmitter::usesDeprecated)) {
            unit.usesDeprecated();
        }
        String name = type.simpleName();
        String reactive = unit.use(table.service(service.name()));
        SourceWriter out = unit.body();
        out.javadoc("How {@link " + reactive + "} is called and served; for the extension and for layers.");
        unit.markGenerated();
        out.open("public final class " + name + " implements " + unit.use(Library.SERVICE_DEFINITION) + "<" + reactive + ", "
                + reactive + ".Blocking> {").blank();
        emitConstants(unit, service, methods);
        emitNames(unit, service, reactive);
        Descriptors.emitOverride(unit, Library.SERVICE_DESCRIPTOR, Descriptors.of(service.name(), unit, table));
        emitServe(unit, methods, reactive, true);
        emitServe(unit, methods, reactive + ".Blocking", false);
        emitClientFactories(unit, reactive);
        for (ServiceMethod method : methods) {
            if (!method.isInherited()) {
                new ArgumentsEmitter(unit, table).emit(method, service.name());
                out.blank();
                new ResultCodecEmitter(unit, table, method.method(), service.name().name()).emit(method.resultCodec());
                out.blank();
            }
        }
        ClientEmitter clients = new ClientEmitter(unit, table, reactive, methods);
        clients.emit(true);
        out.blank();
        clients.emit(false);
        out.close();
        return unit.toFile();
    }

    /** The method itself, or an accessor of its arguments that another definition declares. */
    private static boolean usesDeprecated(ServiceMethod method) {
        boolean argument = method.method().arguments().stream().anyMatch(field -> Deprecation.isOn(field.annotations()));
        return Deprecation.isOn(method.method().annotations()) || (method.isInherited() && argument);
    }

    private static Set<String> unusable(List<ServiceMethod> methods) {
        Set<String> unusable = new HashSet<>(MethodNames.NESTED);
        unusable.addAll(Set.of("ReactiveClient", "AwaitingClient", "Codec", "Slots", "CODEC", "METHODS"));
        for (ServiceMethod method : methods) {
            unusable.addAll(List.of(method.constant(), method.argumentsRecord(), method.resultCodec()));
        }
        return unusable;
    }

    private void emitConstants(CompilationUnit unit, Service service, List<ServiceMethod> methods) {
        SourceWriter out = unit.body();
        String thriftMethod = unit.use(Library.THRIFT_METHOD);
        MethodNames names = new MethodNames(unit, table);
        for (ServiceMethod method : methods) {
            String types = "<" + method.arguments(unit) + ", " + names.boxedResult(method.method()) + ">";
            String declaration = "public static final " + thriftMethod + types + " " + method.constant() + " = ";
            if (method.isInherited()) {
                out.line(declaration + method.inheritedConstant(unit) + ".inService(\"" + service.name().name() + "\");");
            } else {
                out.list(declaration + "new " + thriftMethod + "<>(", List.of("\"" + service.name().name() + "\"",
                        "\"" + method.method().name() + "\"", String.valueOf(method.method().oneway()),
                        method.argumentsRecord() + ".CODEC", "new " + method.resultCodec() + "()"), ");");
            }
            out.blank();
        }
        String list = unit.use(Library.LIST);
        String any = thriftMethod + "<?, ?>";
        out.list("private static final " + list + "<" + any + "> METHODS = " + list + ".<" + any + "> of(",
                methods.stream().map(ServiceMethod::constant).toList(), ");");
        out.blank();
    }

    private static void emitNames(CompilationUnit unit, Service service, String reactive) {
        String className = unit.lang("Class");
        emitGetter(unit, unit.lang("String") + " serviceName()", "\"" + service.name().name() + "\"");
        emitGetter(unit, className + "<" + reactive + "> type()", reactive + ".class");
        emitGetter(unit, className + "<" + reactive + ".Blocking> blockingType()", reactive + ".Blocking.class");
        emitGetter(unit, unit.use(Library.LIST) + "<" + unit.use(Library.THRIFT_METHOD) + "<?, ?>> methods()", "METHODS");
    }

    private static void emitGetter(CompilationUnit unit, String signature, String answer) {
        unit.body().line("@" + unit.lang("Override"))
                .open("public " + signature + " {")
                .line("return " + answer + ";")
                .close()
                .blank();
    }

    private void emitServe(CompilationUnit unit, List<ServiceMethod> methods, String beanType, boolean reactive) {
        String serverMethod = unit.use(Library.SERVER_METHOD);
        List<String> served = new ArrayList<>();
        for (ServiceMethod method : methods) {
            String arguments = new MethodNames(unit, table).arguments(method.method()).stream()
                    .map(argument -> "arguments." + argument.name() + "()")
                    .collect(Collectors.joining(", "));
            String call = "bean." + table.method(method.method()) + "(" + arguments + ")";
            boolean nothing = !reactive && method.method().result() == null;
            served.add(serverMethod + (reactive ? ".reactive(" : ".blocking(") + method.constant() + ", arguments -> "
                    + (nothing ? "{ " + call + "; return null; }" : call) + ")");
        }
        String list = unit.use(Library.LIST);
        unit.body().line("@" + unit.lang("Override"))
                .open("public " + list + "<" + serverMethod + "<?, ?>> " + (reactive ? "serve" : "serveBlocking") + "("
                        + beanType + " bean) {")
                .list("return " + list + ".<" + serverMethod + "<?, ?>> of(", served, ");")
                .close()
                .blank();
    }

    private static void emitClientFactories(CompilationUnit unit, String reactive) {
        String stub = unit.use(Library.THRIFT_STUB) + " stub)";
        emitGetter(unit, reactive + ".Client client(" + stub, "new ReactiveClient(stub)");
        emitGetter(unit, reactive + ".BlockingClient blockingClient(" + stub, "new AwaitingClient(stub)");
    }
}
