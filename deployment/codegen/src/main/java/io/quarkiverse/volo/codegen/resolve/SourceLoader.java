package io.quarkiverse.volo.codegen.resolve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.input.IncludeException;
import io.quarkiverse.volo.codegen.input.Origin;
import io.quarkiverse.volo.codegen.model.Digest;
import io.quarkiverse.volo.codegen.syntax.FileSyntax;
import io.quarkiverse.volo.codegen.syntax.Identifier;
import io.quarkiverse.volo.codegen.syntax.ThriftParser;

/** Reads the files of a run and, through them, the files they include; each file once. */
final class SourceLoader {

    private static final long LARGEST_FILE = 16 << 20;
    private static final int DEEPEST_INCLUDE = 128;

    private final Sources sources;
    private final Diagnostics diagnostics;
    private final Map<Path, SourceFile> files = new LinkedHashMap<>();
    private final Set<Path> unreadable = new LinkedHashSet<>();
    private final Set<Path> open = new LinkedHashSet<>();

    SourceLoader(Sources sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /** All files, an included one before the one that includes it. */
    List<SourceFile> load() {
        for (Path file : sources.files()) {
            load(file, new Location(sources.shown(file), 1, 1));
        }
        return new ArrayList<>(files.values());
    }

    private @Nullable SourceFile load(Path path, Location includedAt) {
        SourceFile known = files.get(path);
        if (known != null || unreadable.contains(path)) {
            return known;
        }
        String text = read(path, includedAt);
        if (text == null) {
            unreadable.add(path);
            return null;
        }
        diagnostics.workingOn(sources.shown(path));
        FileSyntax syntax = ThriftParser.parse(sources.shown(path), text, sources.dialect(), diagnostics);
        SourceFile file = new SourceFile(syntax, stem(path.getFileName().toString()), sources.files().contains(path),
                Digest.of(text));
        open.add(path);
        syntax.includes().forEach(include -> include(path, file, include));
        open.remove(path);
        files.put(path, file);
        return file;
    }

    private @Nullable String read(Path path, Location place) {
        try {
            long size = Files.size(path);
            if (size > LARGEST_FILE) {
                diagnostics.error(place, "size of " + sources.shown(path) + ": " + size + " bytes (expected: at most "
                        + LARGEST_FILE + ")");
                return null;
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
        } catch (CharacterCodingException notText) {
            diagnostics.error(place, sources.shown(path) + " is not text (expected: UTF-8)");
        } catch (IOException failure) {
            diagnostics.error(place, sources.shown(path) + " cannot be read: " + failure);
        }
        return null;
    }

    private void include(Path from, SourceFile file, Identifier include) {
        String prefix = stem(include.text().substring(include.text().lastIndexOf('/') + 1));
        Path path = find(from, include);
        SourceFile included = path == null || !mayOpen(path, include) ? null : load(path, include.location());
        if (included == null) {
            file.includeMissing(prefix);
            return;
        }
        SourceFile other = file.includes().get(prefix);
        if (other != null && other != included) {
            diagnostics.error(include.location(), "include \"" + include.text() + "\": the name '" + prefix
                    + "' already stands for " + other.name()
                    + " (" + file.includedAt(prefix) + ")");
            return;
        }
        file.include(prefix, included, include.location());
    }

    private boolean mayOpen(Path path, Identifier include) {
        if (open.contains(path)) {
            String cycle = Stream.concat(open.stream().dropWhile(opened -> !opened.equals(path)), Stream.of(path))
                    .map(sources::shown)
                    .collect(Collectors.joining(" -> "));
            diagnostics.error(include.location(), "include cycle: " + cycle);
            return false;
        }
        if (open.size() >= DEEPEST_INCLUDE) {
            diagnostics.error(include.location(), "includes nested deeper than " + DEEPEST_INCLUDE + " files");
            return false;
        }
        return true;
    }

    private @Nullable Path find(Path from, Identifier include) {
        List<Path> candidates;
        try {
            candidates = candidates(from, include.text());
        } catch (InvalidPathException noPath) {
            diagnostics.error(include.location(), "include: " + noPath.getMessage() + " (expected: the path of a file)");
            return null;
        }
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        if (candidates.isEmpty()) {
            diagnostics.error(include.location(), "include \"" + include.text()
                    + "\" leads to another place (expected: a file of the same repository or jar)");
            return null;
        }
        return findElsewhere(include, candidates);
    }

    private @Nullable Path findElsewhere(Identifier include, List<Path> candidates) {
        try {
            Path found = sources.origins().find(include.text());
            if (found == null) {
                Stream<String> searched = Stream.concat(candidates.stream().map(sources::shown),
                        Stream.of(sources.origins().searched()).filter(text -> !text.isEmpty()));
                diagnostics.error(include.location(), "include \"" + include.text() + "\" not found (searched: "
                        + searched.collect(Collectors.joining(", ")) + ")");
            }
            return found;
        } catch (IncludeException failure) {
            diagnostics.error(include.location(), "include \"" + include.text() + "\": " + failure.getMessage());
            return null;
        }
    }

    private List<Path> candidates(Path from, String include) {
        Origin home = sources.origins().of(from);
        List<Path> places = new ArrayList<>();
        places.add(from.resolveSibling(include));
        places.add((home == null ? sources.root() : home.directory()).resolve(include));
        (home == null ? sources.includeDirectories() : home.includes()).forEach(folder -> places.add(folder.resolve(include)));
        // What others wrote must not read this machine's files.
        Stream<Path> allowed = places.stream().map(Path::normalize)
                .filter(place -> home == null || place.startsWith(home.directory()));
        return Stream.concat(allowed, sources.origins().aliased(include).stream()).distinct().toList();
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }
}
