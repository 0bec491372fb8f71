package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.codegen.input.Selection.Part;
import io.quarkiverse.volo.codegen.input.Selection.Root;
import io.quarkiverse.volo.codegen.input.Selection.Touch;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Program;

/**
 * Leaves of a program what was picked and what that needs. Files that are not roots, nor included by roots, stay as they are.
 */
public final class Selector {

    private final Sources sources;
    private final Diagnostics diagnostics;
    private final Map<String, Document> documents = new HashMap<>();
    private final Set<String> reachable = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final UsedDefinitions used;

    private Selector(Program program, Sources sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
        this.used = new UsedDefinitions(program);
        program.documents().forEach(document -> documents.put(document.file(), document));
    }

    /**
     * The program without what nobody asked for.
     *
     * @param roots the files that only a part is wanted of; if there are none, the program is the same
     * @param diagnostics takes names that no file has
     */
    public static Program select(Program program, Sources sources, List<Root> roots, Diagnostics diagnostics) {
        return roots.isEmpty() ? program : new Selector(program, sources, diagnostics).select(program, roots);
    }

    private Program select(Program program, List<Root> roots) {
        Set<String> rootFiles = roots.stream().map(root -> sources.shown(root.file())).collect(Collectors.toSet());
        for (Document document : program.documents()) {
            if (document.generated() && !rootFiles.contains(document.file())) {
                whole.add(document.file());
                used.addAll(document);
            }
        }
        for (Root root : roots) {
            Document document = documents.get(sources.shown(root.file()));
            if (document != null) {
                pick(root, document);
            }
        }
        return new Program(program.documents().stream().map(this::reduced).toList(), program.content());
    }

    private void pick(Root root, Document document) {
        Set<String> included = includedBy(document);
        reachable.addAll(included);
        for (String file : included) {
            Document other = Objects.requireNonNull(documents.get(file), file);
            if (root.everything()) {
                used.addAll(other);
            } else {
                // As Pilota does: nothing says which of them a program needs.
                used.addConstants(other);
            }
        }
        if (root.part() == Part.SERVICES) {
            used.addServices(document);
        } else {
            used.addTypes(document);
        }
        for (Touch touch : root.touched()) {
            if (!used.add(document, touch.name()) && !sources.dedups().contains(touch.name())) {
                diagnostics.error(touch.place(), "touch: '" + touch.name() + "' is not in " + document.file()
                        + Suggestion.forName(touch.name(), UsedDefinitions.names(document)));
            }
        }
    }

    /** The files that a file includes, those that they include, and itself; not what is only imported. */
    private Set<String> includedBy(Document root) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(root.file()));
        while (!open.isEmpty()) {
            String file = open.pop();
            Document document = documents.get(file);
            if (document != null && !sources.origins().isImportOnly(file) && found.add(file)) {
                open.addAll(document.includes());
            }
        }
        return found;
    }

    private Document reduced(Document document) {
        boolean partial = reachable.contains(document.file()) && !whole.contains(document.file());
        return partial ? used.reduced(document) : document;
    }
}
