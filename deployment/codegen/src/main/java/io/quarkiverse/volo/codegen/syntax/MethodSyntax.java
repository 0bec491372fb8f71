package io.quarkiverse.volo.codegen.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A method of a service.
 *
 * @param result null for void
 */
public record MethodSyntax(Identifier name, boolean oneway, @Nullable TypeSyntax result, List<FieldSyntax> arguments,
        List<FieldSyntax> exceptions, List<Annotation> annotations, String comment) {
}
