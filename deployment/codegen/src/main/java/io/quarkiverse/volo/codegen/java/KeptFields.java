package io.quarkiverse.volo.codegen.java;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;

/**
 * Which structs, unions and exceptions keep the fields that they do not know: all of the files that are asked for, but for
 * those whose annotation says otherwise, and those whose annotation asks for it.
 */
final class KeptFields {

    /** What such a struct has more than others: the component, and the parameter. */
    static final String NAME = "unknownFields";

    private static final String ANNOTATION = "volo.keep_unknown_fields";

    private final Diagnostics diagnostics;
    private final Set<Type.Declared> keeping = new HashSet<>();

    /** @param keeping whether those of a file do; files as messages name them */
    KeptFields(Program program, Predicate<String> keeping, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        program.documents().forEach(document -> add(document, keeping.test(document.file())));
    }

    boolean isKeptIn(Type.Declared struct) {
        return keeping.contains(struct);
    }

    private void add(Document document, boolean ofFile) {
        diagnostics.workingOn(document.file());
        for (Struct struct : document.structs()) {
            if (isAskedFor(struct, ofFile)) {
                keeping.add(struct.type());
            }
        }
    }

    private boolean isAskedFor(Struct struct, boolean ofFile) {
        String value = struct.annotations().get(ANNOTATION);
        if (value == null) {
            return ofFile;
        }
        return switch (value) {
            // Without a value it is "1".
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                diagnostics.error(struct.location(), ANNOTATION + ": \"" + value + "\" (expected: \"true\" or \"false\")",
                        struct.shown());
                yield false;
            }
        };
    }
}
