package io.quarkiverse.volo.codegen.syntax;

import java.util.List;

/** {@code namespace java org.acme (name = "value")}, without its language. */
public record NamespaceSyntax(Identifier value, List<Annotation> annotations) {
}
