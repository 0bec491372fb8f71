package io.quarkiverse.volo.codegen.java;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.source.CompilationUnit;

/** How the methods of services are written in one Java source. */
final class MethodNames {

    /** Types nested in the interface of every service; its heirs and clients inherit them. */
    static final Set<String> NESTED = Set.of("Blocking", "Client", "BlockingClient");

    private final CompilationUnit unit;
    private final NameTable table;
    private final TypeNames types;

    MethodNames(CompilationUnit unit, NameTable table) {
        this.unit = unit;
        this.table = table;
        this.types = new TypeNames(unit, table);
    }

    /** Result, name and parameters. */
    String signature(Method method, boolean reactive) {
        String parameters = arguments(method).stream()
                .map(argument -> types.of(argument) + " " + argument.name())
                .collect(Collectors.joining(", "));
        String result = reactive ? unit.use(Library.UNI) + "<" + boxedResult(method) + ">" : plainResult(method);
        return result + " " + table.method(method) + "(" + parameters + ")";
    }

    /** The result as a type argument. */
    String boxedResult(Method method) {
        return method.result() == null ? unit.lang("Void") : types.boxed(method.result());
    }

    private String plainResult(Method method) {
        return method.result() == null ? "void" : types.plain(method.result());
    }

    List<Component> arguments(Method method) {
        return method.arguments().stream()
                .map(argument -> new Component(argument, table.component(argument)).asArgument())
                .toList();
    }
}
