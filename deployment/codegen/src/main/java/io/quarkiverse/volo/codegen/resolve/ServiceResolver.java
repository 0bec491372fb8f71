package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.TypeUse;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FieldSyntax;
import io.quarkiverse.volo.codegen.syntax.Identifier;
import io.quarkiverse.volo.codegen.syntax.MethodSyntax;

/** Services: what they extend, and whether their methods keep Thrift's rules. */
final class ServiceResolver {

    private static final int LONGEST_CHAIN = 64;

    private final Names names;
    private final TypeResolver types;
    private final MemberResolver members;
    private final Presence presence;
    private final Diagnostics diagnostics;

    ServiceResolver(Names names, TypeResolver types, MemberResolver members, Presence presence, Diagnostics diagnostics) {
        this.names = names;
        this.types = types;
        this.members = members;
        this.presence = presence;
        this.diagnostics = diagnostics;
    }

    Service resolve(DefinitionSyntax.Service service, SourceFile file) {
        Names.Found base = base(service, file, service.shown());
        Map<String, Location> taken = inheritedMethods(service, file);
        List<Method> methods = new ArrayList<>();
        for (MethodSyntax method : service.methods()) {
            Location before = taken.putIfAbsent(method.name().text(), method.name().location());
            if (before != null) {
                diagnostics.error(method.name().location(), "method '" + method.name().text() + "' is already defined ("
                        + before + ")", service.shown());
            }
            methods.add(method(method, file, "method " + service.name().text() + "." + method.name().text()));
        }
        Service.Name baseName = base == null ? null
                : new Service.Name(base.file().name(), base.definition().name().text());
        return new Service(new Service.Name(file.name(), service.name().text()), baseName, List.copyOf(methods),
                MemberResolver.annotations(service.annotations()), service.comment(), service.name().location());
    }

    /** The service it extends, if it says so and that is one. */
    private Names.@Nullable Found base(DefinitionSyntax.Service service, SourceFile file, String context) {
        Identifier base = service.base();
        if (base == null) {
            return null;
        }
        Names.Found found = names.find(file, base.text());
        if (found == null) {
            names.unknown(file, base.text(), "service", Set.of(), base.location(), context);
            return null;
        }
        if (!(found.definition() instanceof DefinitionSyntax.Service)) {
            diagnostics.error(base.location(), "extends: " + found.definition().shown() + " (expected: a service; "
                    + found.definition().name().location() + ")", context);
            return null;
        }
        return found;
    }

    /** Where the methods of all services above it are; tells a cycle. */
    private Map<String, Location> inheritedMethods(DefinitionSyntax.Service service, SourceFile file) {
        Map<String, Location> inherited = new HashMap<>();
        Map<DefinitionSyntax, String> above = new LinkedHashMap<>();
        Names.Found found = new Names.Found(file, service);
        while (found != null && found.definition() instanceof DefinitionSyntax.Service current) {
            if (above.put(current, current.name().text()) != null) {
                reportCycle(service, current, above);
                return inherited;
            }
            if (!current.equals(service)) {
                current.methods().forEach(method -> inherited.put(method.name().text(), method.name().location()));
            }
            Identifier base = current.base();
            if (above.size() > LONGEST_CHAIN) {
                diagnostics.error(service.name().location(), "chain of more than " + LONGEST_CHAIN + " services",
                        service.shown());
                return inherited;
            }
            found = base == null ? null : names.find(found.file(), base.text());
        }
        return inherited;
    }

    private void reportCycle(DefinitionSyntax.Service service, DefinitionSyntax.Service again,
            Map<DefinitionSyntax, String> above) {
        Identifier base = service.base();
        // A service that merely extends one of the circle is not the place to mend it.
        if (again.equals(service) && base != null) {
            String cycle = above.values().stream().collect(Collectors.joining(" -> "));
            diagnostics.error(base.location(), "service cycle: " + cycle + " -> " + again.name().text(), service.shown());
        }
    }

    private Method method(MethodSyntax method, SourceFile file, String context) {
        TypeUse result = method.result() == null ? null : types.use(method.result(), file, context);
        List<Field> arguments = presence.ofArguments(members.fields(method.arguments(), "argument", file, context), context);
        List<Field> exceptions = members.fields(method.exceptions(), "exception", file, context);
        checkOneway(method, context);
        for (Field exception : exceptions) {
            boolean isException = exception.type() instanceof Type.Declared declared
                    && declared.kind() == Type.Kind.EXCEPTION;
            if (!isException) {
                diagnostics.error(exception.location(), "throws: " + exception.type().shown() + " (expected: an exception)",
                        context);
            }
        }
        return new Method(method.name().text(), method.oneway(), result, arguments, exceptions,
                MemberResolver.annotations(method.annotations()), method.comment(), method.name().location());
    }

    private void checkOneway(MethodSyntax method, String context) {
        if (!method.oneway()) {
            return;
        }
        if (method.result() != null) {
            diagnostics.error(method.result().location(), "oneway method with a result (expected: void)", context);
        }
        if (!method.exceptions().isEmpty()) {
            FieldSyntax first = method.exceptions().get(0);
            diagnostics.error(first.location(), "oneway method with exceptions (expected: no throws)", context);
        }
    }
}
