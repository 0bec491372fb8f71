package io.quarkiverse.volo.codegen.resolve;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;

/** Definitions that several files of one Java package have, as the user knows: the first one stands for all. */
final class Duplicates {

    private final Map<DefinitionSyntax, Names.Found> firsts = new IdentityHashMap<>();
    private final Map<DefinitionSyntax, Names.Found> repeated = new IdentityHashMap<>();

    /** @param names those that may come again */
    Duplicates(List<SourceFile> files, Set<String> names) {
        Map<String, Names.Found> seen = new HashMap<>();
        for (SourceFile file : files) {
            for (DefinitionSyntax definition : file.syntax().definitions()) {
                if (names.contains(definition.name().text()) && !(definition instanceof DefinitionSyntax.Typedef)) {
                    add(new Names.Found(file, definition), seen);
                }
            }
        }
    }

    private void add(Names.Found found, Map<String, Names.Found> seen) {
        // Thrift keeps the names of constants apart from those of types and services.
        String space = found.definition() instanceof DefinitionSyntax.Constant ? "const " : "";
        String key = space + Resolver.javaPackage(found.file()) + " " + found.definition().name().text();
        Names.Found first = seen.putIfAbsent(key, found);
        if (first != null) {
            firsts.put(found.definition(), first);
            repeated.put(found.definition(), found);
        }
    }

    /** The definition that stands for this one. */
    Names.Found first(Names.Found found) {
        return firsts.getOrDefault(found.definition(), found);
    }

    /** Whether another one stands for it. */
    boolean isRepeated(DefinitionSyntax definition) {
        return firsts.containsKey(definition);
    }

    /** Each one with the one that stands for it. */
    void forEach(BiConsumer<Names.Found, Names.Found> action) {
        repeated.forEach((definition, found) -> action.accept(found, first(found)));
    }
}
