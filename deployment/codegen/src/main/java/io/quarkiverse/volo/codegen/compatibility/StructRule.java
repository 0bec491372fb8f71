package io.quarkiverse.volo.codegen.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;

/** A struct, a union or an exception. */
final class StructRule {

    private final FieldRule fields;
    private final Findings findings;

    StructRule(TypeRule types, Findings findings) {
        this.fields = new FieldRule(types, findings);
        this.findings = findings;
    }

    void compare(Struct was, Struct is) {
        String name = was.type().name();
        kind(was, is, name);
        ReservedRule reserved = new ReservedRule(word(is.type().kind()), "id", was.annotations(), is.annotations(), findings);
        reserved.annotations(is.location(), name);
        List<FieldPair> pairs = FieldPair.of(was.fields(), is.fields());
        for (FieldPair pair : pairs) {
            compare(pair, name, reserved);
        }
        if (is.type().kind() != Type.Kind.UNION && isReordered(pairs)) {
            findings.source(is.location(), name, "fields in another order, and so the constructor's parameters");
        }
    }

    private void kind(Struct was, Struct is, String name) {
        Type.Kind before = was.type().kind();
        Type.Kind now = is.type().kind();
        if (before != now) {
            Severity severity = before == Type.Kind.UNION || now == Type.Kind.UNION ? Severity.WIRE : Severity.SOURCE;
            findings.add(severity, is.location(), name, word(now) + " (was " + word(before) + ")");
        }
    }

    private static String word(Type.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void compare(FieldPair pair, String struct, ReservedRule reserved) {
        Field was = pair.was();
        Field is = pair.is();
        if (was != null && is != null) {
            fields.compare(was, is, struct + "." + was.name(), true);
        } else if (was != null) {
            removed(was, struct + "." + was.name(), reserved);
        } else if (is != null) {
            added(is, struct + "." + is.name(), reserved);
        }
    }

    private void removed(Field was, String subject, ReservedRule reserved) {
        if (was.isRequired()) {
            findings.gone(Severity.WIRE, was.location(), subject,
                    "removed; it was required, and the earlier version refuses messages without it");
        } else {
            reserved.removed(was.id(), was.location(), subject);
        }
    }

    private void added(Field is, String subject, ReservedRule reserved) {
        reserved.added(is.id(), is.location(), subject);
        if (is.isRequired()) {
            findings.wire(is.location(), subject, "new and required: the earlier version's messages are refused");
        }
    }

    /** Whether fields that are there still have changed places. */
    static boolean isReordered(List<FieldPair> pairs) {
        List<Field> kept = new ArrayList<>();
        for (FieldPair pair : pairs) {
            if (pair.was() != null && pair.is() != null) {
                kept.add(pair.is());
            }
        }
        for (int i = 1; i < kept.size(); i++) {
            if (kept.get(i - 1).location().compareTo(kept.get(i).location()) > 0) {
                return true;
            }
        }
        return false;
    }
}
