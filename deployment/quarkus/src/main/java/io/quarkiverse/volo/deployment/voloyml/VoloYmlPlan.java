package io.quarkiverse.volo.deployment.voloyml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.input.Origin;
import io.quarkiverse.volo.codegen.input.Selection;
import io.quarkiverse.volo.deployment.idl.GitCache;

/**
 * What a {@code volo.yml} adds to a compilation.
 *
 * @param directory where the file is; null if there is none
 * @param selection the files it names, and what of them is generated
 * @param origins those files that are in git
 * @param includes folders that are searched for what its files beside it include
 */
public record VoloYmlPlan(@Nullable Path directory, Selection selection, List<Origin> origins, List<Path> includes) {

    /** Nothing. */
    public static final VoloYmlPlan NONE = new VoloYmlPlan(null, Selection.EVERYTHING, List.of(), List.of());

    private static final String FILE = "volo.yml";
    private static final String WORKSPACE = "volo.workspace.yml";
    private static final List<String> BUILD_FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts");
    private static final long LARGEST = 1 << 20;

    /** From {@code src/main} to the project are two; a project may have one folder more. */
    private static final int LEVELS = 4;

    /**
     * Reads the file beside a project's build file, and fetches what is not there.
     *
     * @param sources a folder of the project, such as {@code src/main}
     * @param askAgain whether repositories without a lock are asked although the answer is known from earlier
     * @param diagnostics takes all that is wrong; with errors, the plan is incomplete
     */
    public static VoloYmlPlan of(Path sources, GitCache cache, boolean askAgain, Diagnostics diagnostics) throws IOException {
        Path directory = directory(sources);
        if (directory == null) {
            return NONE;
        }
        if (!Files.isRegularFile(directory.resolve(FILE))) {
            diagnostics.warning(new Location(WORKSPACE, 1, 1), "is not read, as Java has no crates (expected: its services in "
                    + "an entry of " + FILE + ")", "");
            return NONE;
        }
        String text = read(directory.resolve(FILE), diagnostics);
        VoloYml yml = VoloYmlReader.read(FILE, text, diagnostics);
        return diagnostics.hasErrors() ? NONE : new VoloYmlFiles(directory, cache, askAgain, diagnostics).find(yml);
    }

    /** The nearest one that has the file and is not above the project. */
    private static @Nullable Path directory(Path sources) {
        Path current = sources.toAbsolutePath().normalize();
        for (int level = 0; current != null && level < LEVELS; level++) {
            Path folder = current;
            if (Files.isRegularFile(folder.resolve(FILE)) || Files.isRegularFile(folder.resolve(WORKSPACE))) {
                return folder;
            }
            if (BUILD_FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
                return null;
            }
            current = current.getParent();
        }
        return null;
    }

    private static String read(Path file, Diagnostics diagnostics) throws IOException {
        Location start = new Location(FILE, 1, 1);
        long size = Files.size(file);
        if (size > LARGEST) {
            diagnostics.error(start, "size: " + size + " bytes (expected: at most " + LARGEST + ")");
            return "";
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException notText) {
            diagnostics.error(start, "no text (expected: UTF-8)");
            return "";
        }
    }
}
