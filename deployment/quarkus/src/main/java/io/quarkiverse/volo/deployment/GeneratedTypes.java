package io.quarkiverse.volo.deployment;

import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.deployment.GeneratedType.Protocol;

/** Finds generated service interfaces, of all protocols, by their annotations. */
final class GeneratedTypes {

    private final IndexView index;

    /** @param index the computing one, so that interfaces in jars without an index are found, too */
    GeneratedTypes(IndexView index) {
        this.index = index;
    }

    /** The interface of that name, if it is a generated one. */
    Optional<GeneratedType> find(DotName name) {
        ClassInfo info = index.getClassByName(name);
        if (info == null) {
            return Optional.empty();
        }
        for (Protocol protocol : Protocol.values()) {
            AnnotationInstance annotation = info.declaredAnnotation(protocol.annotation());
            if (annotation != null) {
                DotName definition = annotation.value().asClass().name();
                return Optional.of(new GeneratedType(info, protocol, definition, kind(info, protocol, definition)));
            }
        }
        return Optional.empty();
    }

    /** All that are in an index, in the order of their names. */
    NavigableSet<GeneratedType> all() {
        NavigableSet<GeneratedType> types = new TreeSet<>();
        for (Protocol protocol : Protocol.values()) {
            for (AnnotationInstance annotation : index.getAnnotations(protocol.annotation())) {
                find(annotation.target().asClass().name()).ifPresent(types::add);
            }
        }
        return types;
    }

    /** Those that the class implements, itself or by a superclass, without those that another of them extends. */
    NavigableSet<GeneratedType> implementedBy(ClassInfo type) {
        NavigableSet<GeneratedType> found = new TreeSet<>();
        interfacesOf(type).forEach(name -> find(name).ifPresent(found::add));
        Set<DotName> extended = new LinkedHashSet<>();
        found.forEach(candidate -> collect(candidate.info(), extended));
        found.removeIf(candidate -> extended.contains(candidate.name()));
        return found;
    }

    /** All interfaces of a class, inherited ones included. */
    Set<DotName> interfacesOf(ClassInfo type) {
        Set<DotName> interfaces = new LinkedHashSet<>();
        for (ClassInfo current = type; current != null; current = superclass(current)) {
            collect(current, interfaces);
        }
        return interfaces;
    }

    @Nullable
    ClassInfo type(DotName name) {
        return index.getClassByName(name);
    }

    @Nullable
    ClassInfo superclass(ClassInfo type) {
        DotName name = type.superName();
        return name == null ? null : index.getClassByName(name);
    }

    private void collect(ClassInfo type, Set<DotName> interfaces) {
        for (DotName name : type.interfaceNames()) {
            ClassInfo info = index.getClassByName(name);
            if (info != null && interfaces.add(name)) {
                collect(info, interfaces);
            }
        }
    }

    /** The nested ones carry their service's annotation; a service of its own may have any name. */
    private GeneratedType.Kind kind(ClassInfo info, Protocol protocol, DotName definition) {
        DotName outer = info.enclosingClass();
        ClassInfo service = outer == null ? null : index.getClassByName(outer);
        AnnotationInstance annotation = service == null ? null : service.declaredAnnotation(protocol.annotation());
        if (annotation == null || !annotation.value().asClass().name().equals(definition)) {
            return GeneratedType.Kind.REACTIVE;
        }
        return switch (info.simpleName()) {
            case "Blocking" -> GeneratedType.Kind.BLOCKING;
            case "Client" -> GeneratedType.Kind.CLIENT;
            case "BlockingClient" -> GeneratedType.Kind.BLOCKING_CLIENT;
            default -> throw new IllegalStateException(info.name() + ": unknown generated type");
        };
    }
}
