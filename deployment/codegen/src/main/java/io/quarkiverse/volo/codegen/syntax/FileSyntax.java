package io.quarkiverse.volo.codegen.syntax;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one IDL file says.
 *
 * @param file as messages name it
 * @param namespaces by language, in the file's order; {@code *} is for all others
 * @param includes the paths as written
 * @param broken names of definitions that could not be read: that they are not known is not one more error
 */
public record FileSyntax(String file, Map<String, NamespaceSyntax> namespaces, List<Identifier> includes,
        List<DefinitionSyntax> definitions, Set<String> broken) {
}
