package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.ReservedNames;
import io.quarkiverse.volo.codegen.source.Spelling;

/** Names what the definition of a service has for each of its methods. */
final class ServiceMethods {

    private final NameTable table;
    private final Program program;

    ServiceMethods(NameTable table, Program program) {
        this.table = table;
        this.program = program;
    }

    /** Inherited methods first. */
    List<ServiceMethod> of(Service service) {
        Set<String> constants = new HashSet<>(Set.of("methods"));
        Set<String> types = new HashSet<>(Set.of("reactiveclient", "awaitingclient"));
        List<ServiceMethod> methods = new ArrayList<>();
        if (service.base() != null) {
            for (ServiceMethod inherited : of(program.service(service.base()))) {
                methods.add(new ServiceMethod(inherited.method(), inherited.home(), true,
                        Spelling.unique(wantedConstant(inherited.method()), constants), inherited.homeConstant(),
                        inherited.argumentsRecord(), inherited.resultCodec(), inherited.service()));
            }
        }
        JavaName home = table.definition(service.name());
        for (Method method : service.methods()) {
            String constant = Spelling.unique(wantedConstant(method), constants);
            String name = Spelling.upperCamel(javaOrIdl(method));
            methods.add(new ServiceMethod(method, home, false, constant, constant,
                    Spelling.unique(name + "Arguments", types), Spelling.unique(name + "Result", types),
                    service.name().name()));
        }
        return methods;
    }

    private static String javaOrIdl(Method method) {
        return method.annotations().getOrDefault(GivenNames.ANNOTATION, method.name());
    }

    private static String wantedConstant(Method method) {
        String constant = Spelling.upperSnake(javaOrIdl(method));
        return ReservedNames.isWord(constant) ? constant + "_" : constant;
    }
}
