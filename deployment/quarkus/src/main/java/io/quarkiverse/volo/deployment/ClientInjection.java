package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;

import io.quarkiverse.volo.VoloClient;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BeanResolver;
import io.quarkus.arc.processor.DotNames;
import io.quarkus.arc.processor.InjectionPointInfo;

/** Collects which clients the injection points ask for, and what is wrong with those that ask for none. */
final class ClientInjection {

    private final GeneratedTypes types;
    private final Collection<BeanInfo> beans;
    private final BeanResolver resolver;
    private final List<String> problems = new ArrayList<>();
    private final SortedMap<String, SortedMap<GeneratedType, Set<String>>> found = new TreeMap<>();
    private final Set<GeneratedType> lookups = new TreeSet<>();
    private final SortedMap<String, Set<String>> generic = new TreeMap<>();

    ClientInjection(GeneratedTypes types, Collection<BeanInfo> beans, BeanResolver resolver) {
        this.types = types;
        this.beans = beans;
        this.resolver = resolver;
    }

    void visit(InjectionPointInfo point) {
        if (point.isSynthetic()) {
            return;
        }
        Optional<GeneratedType> type = types.find(point.getRequiredType().name());
        AnnotationInstance qualifier = point.getRequiredQualifier(VoloNames.VOLO_CLIENT);
        if (qualifier != null) {
            qualified(point, qualifier, type);
        } else if (type.isPresent()) {
            unqualified(point, type.get());
        }
    }

    private void qualified(InjectionPointInfo point, AnnotationInstance qualifier, Optional<GeneratedType> type) {
        // A bean of the application's own, as a test may bring one.
        if (isResolved(point)) {
            return;
        }
        String where = point.getTargetInfo();
        if (qualifier.value() == null || qualifier.value().asString().equals(VoloClient.ELEMENT_NAME)) {
            problems.add(where + ": @VoloClient on a parameter whose name was not compiled in"
                    + " (expected: @VoloClient(\"name\"), or the compiler's option -parameters)");
        } else if (point.getRequiredType().name().equals(VoloNames.GENERIC_CLIENT)) {
            generic.computeIfAbsent(qualifier.value().asString(), ignored -> new TreeSet<>()).add(where);
        } else if (type.isEmpty()) {
            problems.add(where + ": @VoloClient on " + point.getRequiredType().name()
                    + " (expected: a generated service interface, such as HelloService or HelloService.Client,"
                    + " or GenericClient)");
        } else {
            add(qualifier.value().asString(), type.get(), where);
        }
    }

    private void unqualified(InjectionPointInfo point, GeneratedType type) {
        if (point.isProgrammaticLookup()) {
            if (point.getRequiredQualifiers().stream().map(AnnotationInstance::name).anyMatch(DotNames.ANY::equals)) {
                lookups.add(type);
            }
        } else if (point.hasDefaultedQualifier() && !isResolved(point)) {
            problems.add(point.getTargetInfo() + ": no bean of the application is a " + type
                    + " (expected: @VoloClient " + type + " to inject a client, or a @VoloService that implements it)");
        }
    }

    private boolean isResolved(InjectionPointInfo point) {
        return beans.stream()
                .anyMatch(bean -> resolver.matches(bean, point.getRequiredType(), point.getRequiredQualifiers()));
    }

    private void add(String name, GeneratedType type, String where) {
        found.computeIfAbsent(name, ignored -> new TreeMap<>())
                .computeIfAbsent(type, ignored -> new TreeSet<>())
                .add(where);
    }

    /** The clients that call by name. */
    List<GenericClientBuildItem> genericClients() {
        List<GenericClientBuildItem> clients = new ArrayList<>();
        generic.forEach((name, where) -> clients.add(new GenericClientBuildItem(name, List.copyOf(where))));
        return clients;
    }

    List<String> problems() {
        return problems;
    }

    /**
     * The clients, by name and type. What is looked up by program is offered under every known name.
     *
     * @param configured the names that the configuration knows while the application is built
     */
    List<ClientBuildItem> clients(Set<String> configured) {
        Set<String> names = new TreeSet<>(configured);
        names.addAll(found.keySet());
        for (String name : names) {
            for (GeneratedType type : lookups) {
                found.computeIfAbsent(name, ignored -> new TreeMap<>()).computeIfAbsent(type, ignored -> new TreeSet<>());
            }
        }
        List<ClientBuildItem> clients = new ArrayList<>();
        for (Map.Entry<String, SortedMap<GeneratedType, Set<String>>> client : found.entrySet()) {
            client.getValue().forEach((type, where) -> clients.add(
                    new ClientBuildItem(client.getKey(), type, List.copyOf(where))));
        }
        return clients;
    }
}
