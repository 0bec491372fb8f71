package io.quarkiverse.volo.codegen.resolve;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.syntax.FieldSyntax;

/**
 * The ids of the fields of one struct, or of the arguments or exceptions of one method: as written, else as Apache's compiler
 * counts those that are left out, downwards from -1.
 */
final class FieldIds {

    private static final int LARGEST = Short.MAX_VALUE;

    private final String what;
    private final String context;
    private final Diagnostics diagnostics;
    private final Map<Integer, FieldSyntax> taken = new HashMap<>();
    private int next = -1;

    FieldIds(String what, String context, Diagnostics diagnostics) {
        this.what = what;
        this.context = context;
        this.diagnostics = diagnostics;
    }

    /** The id of the next field; what is wrong with it was reported. */
    int take(FieldSyntax field) {
        Long written = field.id();
        if (written != null && written > LARGEST) {
            diagnostics.error(field.location(), what + " id: " + written + " (expected: 1-" + LARGEST + ")", context);
            return 0;
        }
        int id = written != null && written > 0 ? written.intValue() : leftOut(field);
        FieldSyntax before = taken.putIfAbsent(id, field);
        if (before != null) {
            diagnostics.error(field.location(), what + " id " + id + " is already used by '" + before.name().text() + "' ("
                    + before.location() + ")", context);
        }
        return id;
    }

    private int leftOut(FieldSyntax field) {
        if (next < Short.MIN_VALUE) {
            diagnostics.error(field.location(), "more than 32768 ids are left out (expected: ids 1-" + LARGEST + ")", context);
            return 0;
        }
        Long written = field.id();
        String problem = written == null ? what + " '" + field.name().text() + "' has no id"
                : what + " id: " + written;
        diagnostics.warning(field.location(), problem + " (expected: 1-" + LARGEST + "); as with Apache's compiler it gets "
                + next + ", by its place among the others", context);
        return next--;
    }
}
