package io.quarkiverse.volo.deployment.voloyml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.codegen.input.Origin;
import io.quarkiverse.volo.codegen.input.Selection;
import io.quarkiverse.volo.codegen.input.Selection.Part;
import io.quarkiverse.volo.codegen.input.Selection.Root;
import io.quarkiverse.volo.deployment.idl.GitCache;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Entry;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Options;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Repo;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Service;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Text;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/** The files that a {@code volo.yml} names: finds those beside it, and fetches those in git repositories. For one run. */
final class VoloYmlFiles {

    private static final int SHOWN_DIGITS = 7;

    private final Path directory;
    private final GitCache cache;
    private final boolean askAgain;
    private final Diagnostics diagnostics;
    private final List<Root> roots = new ArrayList<>();
    private final Set<Path> includes = new LinkedHashSet<>();
    private final Set<String> dedups = new LinkedHashSet<>();
    private final Map<Repo, Optional<Commit>> fetched = new HashMap<>();
    private final Map<Path, Commit> commits = new LinkedHashMap<>();

    /** A commit whose files are there, with the folders that are searched for includes. */
    private record Commit(Path directory, String name, String alias, Set<Path> includes) {

        Origin origin() {
            return new Origin(directory, name, List.copyOf(includes), alias, false);
        }
    }

    /**
     * @param directory where the file is
     * @param askAgain whether to ask repositories without a lock which commit is meant now, if it is known from earlier
     */
    VoloYmlFiles(Path directory, GitCache cache, boolean askAgain, Diagnostics diagnostics) {
        this.directory = directory;
        this.cache = cache;
        this.askAgain = askAgain;
        this.diagnostics = diagnostics;
    }

    /** Finds or fetches all files; what cannot be had is told. */
    VoloYmlPlan find(VoloYml yml) {
        for (Entry entry : yml.entries()) {
            dedups.addAll(entry.dedups());
            entry.services().forEach(service -> add(service, entry.touchAll()));
        }
        List<Origin> origins = commits.values().stream().map(Commit::origin).toList();
        return new VoloYmlPlan(directory, new Selection(roots, dedups), origins, List.copyOf(includes));
    }

    private void add(Service service, boolean touchAll) {
        Repo repo = service.repo();
        Optional<Commit> commit = repo == null ? Optional.empty() : fetched.computeIfAbsent(repo, this::fetch);
        if (repo != null && commit.isEmpty()) {
            return;
        }
        Path file = file(service.path(), commit);
        if (file != null) {
            Options options = service.options();
            roots.add(new Root(file, touchAll, options.noService() ? Part.TYPES : Part.SERVICES, options.touched(),
                    options.keepUnknownFields()));
        }
        for (Text include : service.includes()) {
            Path folder = resolve(include, "includes", commit);
            if (folder != null && !Files.isDirectory(folder)) {
                diagnostics.error(include.place(), "includes: " + include.value() + " (expected: a folder in "
                        + commit.map(Commit::name).orElse(directory.toString()) + ")");
            } else if (folder != null) {
                commit.map(Commit::includes).orElse(includes).add(folder);
            }
        }
    }

    private @Nullable Path file(Text path, Optional<Commit> commit) {
        Path file = resolve(path, "path", commit);
        if (file == null || Files.isRegularFile(file)) {
            return file;
        }
        String place = commit.map(found -> " in " + found.name().replaceFirst(":$", "")).orElse(" (" + file + ")");
        diagnostics.error(path.place(), "path: " + path.value() + " is not there" + place
                + commit.map(found -> suggestion(path.value(), found.directory())).orElse(""));
        return null;
    }

    private static String suggestion(String path, Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return Suggestion.forName(path, files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/')).limit(10_000).toList());
        } catch (IOException noMatter) {
            return "";
        }
    }

    /** As Volo reads them: those in a repository begin at its top, with or without a slash. */
    private @Nullable Path resolve(Text path, String key, Optional<Commit> commit) {
        try {
            if (commit.isEmpty()) {
                return directory.resolve(path.value()).normalize();
            }
            Path top = commit.get().directory();
            Path file = top.resolve(path.value().replaceFirst("^/+", "")).normalize();
            if (file.startsWith(top)) {
                return file;
            }
            diagnostics.error(path.place(), key + ": " + path.value() + " (expected: a path within the repository)");
        } catch (InvalidPathException wrong) {
            diagnostics.error(path.place(), key + ": " + wrong.getMessage() + " (expected: a path)");
        }
        return null;
    }

    private Optional<Commit> fetch(Repo repo) {
        try {
            String lock = repo.lock();
            String commit = lock == null ? unlocked(repo) : lock;
            Path files = cache.files(repo.url(), commit);
            // Several entries may have the same repository.
            return Optional.of(commits.computeIfAbsent(files, folder -> new Commit(folder,
                    repo.name() + "@" + commit.substring(0, SHOWN_DIGITS) + ":", repo.url().alias(), new LinkedHashSet<>())));
        } catch (CodeGenException failure) {
            diagnostics.error(repo.place(), Objects.toString(failure.getMessage(), "cannot be fetched"));
        } catch (IOException failure) {
            diagnostics.error(repo.place(), repo.url() + " cannot be kept in " + cache.directory() + ": " + failure);
        }
        return Optional.empty();
    }

    private String unlocked(Repo repo) throws CodeGenException, IOException {
        String commit = cache.resolve(repo.url(), repo.ref(), askAgain);
        diagnostics.warning(repo.place(), "repository '" + repo.name() + "' has no lock: this is " + repo.ref() + " as of now, "
                + "which may be another commit in the next build; to stay with this one, add 'lock: " + commit + "'", "");
        return commit;
    }
}
