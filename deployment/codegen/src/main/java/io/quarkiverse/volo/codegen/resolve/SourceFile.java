package io.quarkiverse.volo.codegen.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FileSyntax;

/** An IDL file that was read, with the files it includes by the name that references put before the dot. */
final class SourceFile {

    private final FileSyntax syntax;
    private final String stem;
    private final boolean generated;
    private final String digest;
    private final Map<String, SourceFile> includes = new LinkedHashMap<>();
    private final Map<String, Location> includePlaces = new HashMap<>();
    private final Set<String> missingIncludes = new HashSet<>();
    // Thrift keeps the names of constants apart from those of types and services.
    private final Map<String, DefinitionSyntax> definitions = new HashMap<>();
    private final Map<String, DefinitionSyntax.Constant> constants = new HashMap<>();

    /** @param digest of the file's text: it is another one if the text is */
    SourceFile(FileSyntax syntax, String stem, boolean generated, String digest) {
        this.syntax = syntax;
        this.stem = stem;
        this.generated = generated;
        this.digest = digest;
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

    /** All that the file brings into a run: its text, and which file is behind which name. */
    String content() {
        String found = includes.entrySet().stream().map(include -> include.getKey() + '=' + include.getValue().name())
                .collect(Collectors.joining(" "));
        return name() + ' ' + generated + ' ' + digest + ' ' + found;
    }

    /** The files it includes, as messages name them. */
    List<String> includedFiles() {
        return includes.values().stream().map(SourceFile::name).distinct().toList();
    }

    Map<String, SourceFile> includes() {
        return includes;
    }

    void include(String prefix, SourceFile file, Location place) {
        includes.put(prefix, file);
        includePlaces.putIfAbsent(prefix, place);
    }

    /** Where the file behind a prefix was included. */
    Location includedAt(String prefix) {
        return Objects.requireNonNull(includePlaces.get(prefix), prefix);
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
