package io.quarkiverse.volo.codegen.compatibility;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Program;

/**
 * The definitions of one kind in a program, found by file and name; or, as a definition may move to another file, by Java
 * package and name.
 */
final class Definitions<T> {

    private record Key(String home, String name) {
    }

    private final Map<Key, T> byFile = new HashMap<>();
    private final Map<Key, T> byPackage = new HashMap<>();

    /** Those that each document lists, by their names. */
    Definitions(Program program, Function<Document, Map<String, T>> definitions) {
        for (Document document : program.documents()) {
            definitions.apply(document).forEach((name, definition) -> {
                byFile.put(new Key(document.file(), name), definition);
                byPackage.putIfAbsent(new Key(document.javaPackage(), name), definition);
            });
        }
    }

    /** What has become of the definition of this name in an earlier document; null if it is gone. */
    @Nullable
    T find(Document earlier, String name) {
        T found = byFile.get(new Key(earlier.file(), name));
        return found == null ? byPackage.get(new Key(earlier.javaPackage(), name)) : found;
    }
}
