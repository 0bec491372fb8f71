package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.quarkiverse.volo.codegen.input.Selection;
import io.quarkiverse.volo.codegen.model.Digest;
import io.quarkiverse.volo.codegen.model.Program;

/**
 * A short text for all that generated code depends on: the files that were read, the options, and the compiler itself. While it
 * stays the same, so does what is generated.
 */
final class Fingerprint {

    private static final String COMPILER = compiler();

    private Fingerprint() {
    }

    static String of(CompilerOptions options, Program program) {
        Selection selection = options.selection();
        List<String> roots = selection.roots().stream()
                .map(root -> root.file() + " " + root.everything() + " " + root.part() + " " + root.touched() + " "
                        + root.keepsUnknownFields())
                .toList();
        return Digest.of(String.join("\n", COMPILER, program.content(), String.valueOf(options.apacheRules()),
                String.valueOf(options.explicitPresence()),
                options.keepUnknownFields().toString(), roots.toString(), new TreeSet<>(selection.dedups()).toString()));
    }

    /** @param inputs a text that differs where what goes in differs */
    static String of(String inputs) {
        return Digest.of(COMPILER + "\n" + inputs);
    }

    /** When it was built: two builds of one version may differ. */
    private static String compiler() {
        CodeSource source = Fingerprint.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "";
        }
        try (Stream<Path> files = Files.walk(Path.of(source.getLocation().toURI()))) {
            StringBuilder built = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                built.append(file.getFileName()).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
            return Digest.of(built.toString());
        } catch (IOException | UncheckedIOException | URISyntaxException unknown) {
            return "";
        }
    }
}
