package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;

/** Looks up what a name in a file stands for, there or in an included file. */
final class Names {

    /** A definition and the file it stands in. */
    record Found(SourceFile file, DefinitionSyntax definition) {
    }

    private final Map<String, SourceFile> files = new HashMap<>();
    private final Duplicates duplicates;
    private final Diagnostics diagnostics;

    Names(Iterable<SourceFile> files, Duplicates duplicates, Diagnostics diagnostics) {
        files.forEach(file -> this.files.put(file.name(), file));
        this.duplicates = duplicates;
        this.diagnostics = diagnostics;
    }

    /** Where a type is defined. */
    Found definitionOf(Type.Declared type) {
        SourceFile file = Objects.requireNonNull(files.get(type.file()), type::file);
        return new Found(file, Objects.requireNonNull(file.definition(type.name()), type::name));
    }

    /** A type or service; null if there is none. */
    @Nullable
    Found find(SourceFile file, String name) {
        SourceFile place = place(file, name);
        DefinitionSyntax definition = place == null ? null : place.definition(simple(name));
        return place == null || definition == null ? null : duplicates.first(new Found(place, definition));
    }

    /** A constant; null if there is none. */
    @Nullable
    Found findConstant(SourceFile file, String name) {
        SourceFile place = place(file, name);
        DefinitionSyntax constant = place == null ? null : place.constant(simple(name));
        return place == null || constant == null ? null : new Found(place, constant);
    }

    /**
     * Tells that a name is unknown, unless an error told before is the reason.
     *
     * @param alsoKnown names that would do, besides those of the files
     */
    void unknown(SourceFile file, String name, String what, Set<String> alsoKnown, Location location, String context) {
        if (!isExcused(file, name)) {
            List<String> known = known(file);
            known.addAll(alsoKnown);
            diagnostics.error(location,
                    "unknown " + what + " '" + name + "'" + (diagnostics.isHopeless() ? "" : Suggestion.forName(name, known)),
                    context);
        }
    }

    /** Whether the definition, or the file it should be in, could not be read. */
    boolean isExcused(SourceFile file, String name) {
        int dot = name.lastIndexOf('.');
        String prefix = dot < 0 ? "" : name.substring(0, dot);
        String first = name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
        SourceFile place = place(file, name);
        return file.isMissing(prefix) || file.isMissing(first) || file.syntax().broken().contains(first)
                || (place != null && place.syntax().broken().contains(simple(name)));
    }

    private static @Nullable SourceFile place(SourceFile file, String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? file : file.includes().get(name.substring(0, dot));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> known(SourceFile file) {
        List<String> known = new ArrayList<>(file.definitions().keySet());
        known.addAll(file.constantNames());
        file.includes().forEach((prefix, included) -> {
            included.definitions().keySet().forEach(name -> known.add(prefix + "." + name));
            included.constantNames().forEach(name -> known.add(prefix + "." + name));
        });
        return known;
    }
}
