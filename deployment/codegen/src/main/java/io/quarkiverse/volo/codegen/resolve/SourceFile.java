package io.quarkiverse.volo.codegen.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FileSyntax;

/** An IDL file that was read, with the files it includes by the name that references put before the dot. */
final class SourceFile {

    private final FileSyntax syntax;
    private final String stem;
    private final boolean generated;
    private final Map<String, SourceFile> includes = new HashMap<>();
    private final Set<String> missingIncludes = new HashSet<>();
    // Thrift keeps the names of constants apart from those of types and services.
    private final Map<String, DefinitionSyntax> definitions = new HashMap<>();
    private final Map<String, DefinitionSyntax.Constant> constants = new HashMap<>();

    SourceFile(FileSyntax syntax, String stem, boolean generated) {
        this.syntax = syntax;
        this.stem = stem;
        this.generated = generated;
        for (DefinitionSyntax definition : syntax.definitions()) {
            if (definition instanceof DefinitionSyntax.Constant constant) {
                constants.putIfAbsent(constant.name().text(), constant);
            } else {
                definitions.putIfAbsent(definition.name().text(), definition);
            }
        }
    }

    FileSyntax syntax() {
        return syntax;
    }

    String name() {
        return syntax.file();
    }

    String stem() {
        return stem;
    }

    boolean isGenerated() {
        return generated;
    }

    Map<String, SourceFile> includes() {
        return includes;
    }

    void include(String prefix, SourceFile file) {
        includes.put(prefix, file);
    }

    /** The file behind a prefix could not be read: names in it are unknown through no fault of their user. */
    void includeMissing(String prefix) {
        missingIncludes.add(prefix);
    }

    boolean isMissing(String prefix) {
        return missingIncludes.contains(prefix);
    }

    @Nullable
    DefinitionSyntax definition(String name) {
        return definitions.get(name);
    }

    DefinitionSyntax.@Nullable Constant constant(String name) {
        return constants.get(name);
    }

    Map<String, DefinitionSyntax> definitions() {
        return definitions;
    }

    Set<String> constantNames() {
        return constants.keySet();
    }
}
