package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.syntax.Requiredness;

/** The members of unions: one of them is there, so each is optional and at most one has a default. */
final class Unions {

    private final Diagnostics diagnostics;

    Unions(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<Field> members(List<Field> fields, String context) {
        List<Field> members = new ArrayList<>();
        Field withDefault = null;
        for (Field field : fields) {
            if (field.isRequired()) {
                diagnostics.warning(field.location(), "'" + field.name()
                        + "' is required, which no member of a union can be (expected: neither required nor optional)",
                        context);
            }
            withDefault = checkDefault(field, withDefault, context);
            members.add(field.withRequiredness(Requiredness.OPTIONAL));
        }
        return List.copyOf(members);
    }

    private @Nullable Field checkDefault(Field field, @Nullable Field before, String context) {
        if (field.defaultValue() == null) {
            return before;
        }
        if (before != null) {
            diagnostics.error(field.location(), "default of '" + field.name() + "' (expected: one in a union; '" + before.name()
                    + "' has one, " + before.location() + ")", context);
        }
        return field;
    }
}
