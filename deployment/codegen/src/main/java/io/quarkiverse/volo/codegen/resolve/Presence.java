package io.quarkiverse.volo.codegen.resolve;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.syntax.Annotation;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.NamespaceSyntax;

/**
 * {@code (volo.presence = "explicit")}: fields of which it can be told apart that they are absent and that they have their
 * default. The nearest annotation counts: the field's, the struct's, that of the file's namespace; else the configuration.
 */
final class Presence {

    static final String ANNOTATION = "volo.presence";

    private final boolean explicitByDefault;
    private final Diagnostics diagnostics;

    Presence(boolean explicitByDefault, Diagnostics diagnostics) {
        this.explicitByDefault = explicitByDefault;
        this.diagnostics = diagnostics;
    }

    /** The fields of a struct or an exception. */
    List<Field> ofFields(List<Field> fields, DefinitionSyntax.Struct struct, SourceFile file) {
        Boolean ofStruct = explicit(struct.annotations(), struct.shown());
        boolean byDefault = ofStruct == null ? ofFile(file) : ofStruct;
        return fields.stream().map(field -> apply(field, byDefault, struct.shown())).toList();
    }

    /** Arguments keep to what stands behind themselves: a call has its arguments. */
    List<Field> ofArguments(List<Field> arguments, String context) {
        return arguments.stream().map(argument -> apply(argument, false, context)).toList();
    }

    private boolean ofFile(SourceFile file) {
        Map<String, NamespaceSyntax> namespaces = file.syntax().namespaces();
        NamespaceSyntax namespace = namespaces.getOrDefault("java", namespaces.get("*"));
        Boolean explicit = namespace == null ? null : explicit(namespace.annotations(), "");
        return explicit == null ? explicitByDefault : explicit;
    }

    private Field apply(Field field, boolean byDefault, String context) {
        String own = field.annotations().get(ANNOTATION);
        Boolean explicit = own == null ? null : parse(own, field.location(), context);
        if (field.isRequired() && explicit != null && explicit) {
            diagnostics.warning(field.location(), "'" + field.name() + "' is required, so it is never absent (expected: no "
                    + ANNOTATION + ")", context);
        }
        return field.withExplicitPresence(!field.isRequired() && (explicit == null ? byDefault : explicit));
    }

    /** What the annotations say; null if they say nothing. */
    private @Nullable Boolean explicit(List<Annotation> annotations, String context) {
        Boolean explicit = null;
        for (Annotation annotation : annotations) {
            if (annotation.name().equals(ANNOTATION)) {
                explicit = parse(annotation.value(), annotation.location(), context);
            }
        }
        return explicit;
    }

    private boolean parse(String value, Location place, String context) {
        if (!value.equals("explicit") && !value.equals("implicit")) {
            diagnostics.error(place, ANNOTATION + ": " + value + " (expected: explicit, implicit)", context);
        }
        return value.equals("explicit");
    }
}
