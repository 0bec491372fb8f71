package io.quarkiverse.volo.codegen.compatibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;

/** A service: what it extends, and its methods. */
final class ServiceRule {

    private final Program before;
    private final Program now;
    private final BiPredicate<Service, Service> same;
    private final MethodRule methods;
    private final Findings findings;

    /** @param same whether the second service is what the first has become */
    ServiceRule(Program before, Program now, BiPredicate<Service, Service> same, TypeRule types, Findings findings) {
        this.before = before;
        this.now = now;
        this.same = same;
        this.methods = new MethodRule(types, findings);
        this.findings = findings;
    }

    void compare(Service was, Service is) {
        Map<String, Method> earlier = all(before, was);
        Map<String, Method> present = all(now, is);
        boolean keepsBase = keepsBase(was, is);
        if (!keepsBase) {
            findings.source(is.location(), was.name().name(),
                    "extends " + base(is) + " (was " + base(was) + ")");
        }
        // What a base has that is extended still is told there.
        for (Method method : keepsBase ? was.methods() : earlier.values()) {
            Method found = present.get(method.name());
            String subject = was.name().name() + "." + method.name();
            if (found == null) {
                findings.gone(Severity.WIRE, method.location(), subject, "removed" + renamed(method, earlier, present));
            } else {
                methods.compare(method, found, subject);
            }
        }
    }

    private boolean keepsBase(Service was, Service is) {
        Service.Name base = was.base();
        return base == null || now.basesOf(is).stream().anyMatch(candidate -> same.test(before.service(base), candidate));
    }

    private static String base(Service service) {
        Service.Name base = service.base();
        return base == null ? "nothing" : base.name();
    }

    private static Map<String, Method> all(Program program, Service service) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Service base : program.basesOf(service)) {
            base.methods().forEach(method -> methods.put(method.name(), method));
        }
        service.methods().forEach(method -> methods.put(method.name(), method));
        return methods;
    }

    /** The one new method that looks the same, if there is one. */
    private static String renamed(Method gone, Map<String, Method> earlier, Map<String, Method> present) {
        List<String> alike = new ArrayList<>();
        present.forEach((name, method) -> {
            if (!earlier.containsKey(name) && signature(method).equals(signature(gone))) {
                alike.add(name);
            }
        });
        return alike.size() == 1 ? " or renamed to '" + alike.get(0) + "'" : "";
    }

    private static String signature(Method method) {
        return method.oneway() + " " + TypeText.result(method.result()) + fields(method.arguments())
                + fields(method.exceptions());
    }

    private static List<String> fields(List<Field> fields) {
        return fields.stream().map(field -> field.id() + ":" + field.type().shown()).toList();
    }
}
