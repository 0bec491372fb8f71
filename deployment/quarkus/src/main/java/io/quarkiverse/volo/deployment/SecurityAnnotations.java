package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Annotations that say who may call. */
final class SecurityAnnotations {

    private static final List<DotName> NAMES = List.of(
            DotName.createSimple("jakarta.annotation.security.RolesAllowed"),
            DotName.createSimple("jakarta.annotation.security.DenyAll"),
            DotName.createSimple("jakarta.annotation.security.PermitAll"),
            DotName.createSimple("io.quarkus.security.Authenticated"),
            DotName.createSimple("io.quarkus.security.PermissionsAllowed"),
            DotName.createSimple("io.quarkus.security.PermissionsAllowed$List"));

    private final GeneratedTypes types;

    SecurityAnnotations(GeneratedTypes types) {
        this.types = types;
    }

    /** Where a bean has some, of its own or inherited: {@code place: @Annotation}. */
    private List<String> on(ClassInfo bean) {
        List<String> found = new ArrayList<>();
        for (ClassInfo type = bean; type != null; type = types.superclass(type)) {
            found.addAll(on(type, type.name().toString()));
            for (MethodInfo method : type.methods()) {
                found.addAll(on(method, type.name() + "." + method.name()));
            }
        }
        return found;
    }

    private static List<String> on(Declaration declaration, String where) {
        return NAMES.stream().filter(declaration::hasDeclaredAnnotation)
                .map(annotation -> where + ": @" + annotation.withoutPackagePrefix().replace('$', '.'))
                .toList();
    }

    boolean areOn(ClassInfo bean) {
        return !on(bean).isEmpty();
    }

    /** What is wrong with a bean's annotations where nobody enforces them. */
    List<String> unenforced(ClassInfo bean) {
        return on(bean).stream().map(annotated -> annotated + " is enforced by nobody (expected: the extension"
                + " io.quarkus:quarkus-security, or one that brings it, such as quarkus-oidc)").toList();
    }
}
