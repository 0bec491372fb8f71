package io.quarkiverse.volo.codegen.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The origins of the files of one run: those known before, and those that turn up when a file includes one. For one thread. */
public final class Origins {

    private final @Nullable Path project;
    private final List<Origin> known;
    private final IncludeFinder finder;

    /**
     * @param project messages name files that are below it, and in no origin, relative to it; null for none
     * @param known the origins whose files are compiled
     * @param finder asked for included files that are in no directory
     */
    public Origins(@Nullable Path project, List<Origin> known, IncludeFinder finder) {
        this.project = project == null ? null : project.toAbsolutePath().normalize();
        this.known = new ArrayList<>(known);
        this.finder = finder;
    }

    /** All files are in directories. */
    public static Origins none() {
        return new Origins(null, List.of(), IncludeFinder.NOWHERE);
    }

    /** The origin of a file; null if it is in none. */
    public @Nullable Origin of(Path file) {
        return known.stream().filter(origin -> file.startsWith(origin.directory()))
                .max(Comparator.comparingInt(origin -> origin.directory().getNameCount())).orElse(null);
    }

    /** As messages name a file. */
    public String shown(Path file) {
        Origin origin = of(file);
        if (origin != null) {
            return origin.name() + slashes(origin.directory().relativize(file));
        }
        return slashes(project != null && file.startsWith(project) ? project.relativize(file) : file);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Whether a file is only included, by its name in messages. */
    public boolean isImportOnly(String shown) {
        return known.stream().anyMatch(origin -> origin.importOnly() && shown.startsWith(origin.name()));
    }

    /** The files that an include may mean because it begins with an origin's alias. */
    public List<Path> aliased(String include) {
        List<Path> files = new ArrayList<>();
        for (Origin origin : known) {
            if (!origin.alias().isEmpty() && include.startsWith(origin.alias() + "/")) {
                Path file = origin.directory().resolve(include.substring(origin.alias().length() + 1)).normalize();
                if (file.startsWith(origin.directory())) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /**
     * A file that is in no directory, from now on in an origin of this run; null if there is none.
     *
     * @throws IncludeException if it cannot be had
     */
    public @Nullable Path find(String include) throws IncludeException {
        Origin origin = finder.find(include);
        if (origin == null) {
            return null;
        }
        if (!known.contains(origin)) {
            known.add(origin);
        }
        return origin.directory().resolve(include).normalize();
    }

    /** What the message says that an include was not found; empty if there is nothing to say. */
    public String searched() {
        return finder.searched();
    }
}
