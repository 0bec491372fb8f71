package io.quarkiverse.volo.codegen.compatibility;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Value;

/** A field or an argument that was there and is there: its id, name, type, requiredness and default. */
final class FieldRule {

    private final TypeRule types;
    private final Findings findings;

    FieldRule(TypeRule types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /** @param named whether code uses the field's name */
    void compare(Field was, Field is, String subject, boolean named) {
        if (was.id() != is.id()) {
            findings.wire(is.location(), subject, "id " + is.id() + " (was " + was.id() + ")");
        }
        Severity type = types.broken(was.type(), is.type());
        boolean renamed = !was.name().equals(is.name());
        if (renamed && type == Severity.WIRE) {
            findings.wire(is.location(), subject, "id " + is.id() + " is now that of " + text(is) + " (was " + text(was) + ")");
            return;
        }
        if (renamed && named) {
            findings.source(is.location(), subject, "name '" + is.name() + "' (was '" + was.name() + "')");
        }
        if (type != null) {
            findings.add(type, is.location(), subject, TypeText.change(was.type(), is.type()));
        }
        requiredness(was, is, subject);
        if (type == null) {
            defaults(was, is, subject);
        }
    }

    private static String text(Field field) {
        return "'" + field.name() + "', " + field.type().shown();
    }

    private void requiredness(Field was, Field is, String subject) {
        if (was.requiredness() == is.requiredness()) {
            return;
        }
        String change = presence(is) + " (was " + presence(was) + ")";
        if (is.isRequired()) {
            findings.wire(is.location(), subject, change + ": messages without it are refused now");
        } else if (was.isRequired()) {
            findings.wire(is.location(), subject, change + ": the earlier version refuses messages without it");
        } else {
            findings.source(is.location(), subject, change);
        }
    }

    private static String presence(Field field) {
        return switch (field.requiredness()) {
            case REQUIRED, OPTIONAL -> field.requiredness().name().toLowerCase(Locale.ROOT);
            case DEFAULT -> "neither required nor optional";
        };
    }

    private void defaults(Field was, Field is, String subject) {
        String before = text(was.defaultValue());
        String now = text(is.defaultValue());
        if (before.equals(now)) {
            return;
        }
        String change = "default " + ValueText.shortened(now) + " (was " + ValueText.shortened(before) + ")";
        if (was.isRequired() || is.isRequired()) {
            findings.source(is.location(), subject, change);
        } else {
            findings.wire(is.location(), subject, change + ": a message without it means something else");
        }
    }

    private static String text(@Nullable Value value) {
        return value == null ? "none" : ValueText.of(value);
    }
}
