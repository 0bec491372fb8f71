package io.quarkiverse.volo.codegen.compatibility;

import java.util.List;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Type;

/** A method that was there and is there. */
final class MethodRule {

    private final TypeRule types;
    private final FieldRule fields;
    private final Findings findings;

    MethodRule(TypeRule types, Findings findings) {
        this.types = types;
        this.fields = new FieldRule(types, findings);
        this.findings = findings;
    }

    void compare(Method was, Method is, String subject) {
        if (was.oneway() != is.oneway()) {
            findings.wire(is.location(), subject, is.oneway() ? "oneway (was not): the earlier version awaits a reply"
                    : "not oneway (was): replies that nobody reads");
        }
        result(was, is, subject);
        arguments(was, is, subject);
        exceptions(was, is, subject);
    }

    private void result(Method was, Method is, String subject) {
        Type before = was.result();
        Type now = is.result();
        if (before == null && now == null) {
            return;
        }
        Severity severity = before == null || now == null ? Severity.WIRE : types.broken(before, now);
        if (severity != null) {
            findings.add(severity, is.location(), subject,
                    "result " + TypeText.result(now) + " (was " + TypeText.result(before) + ")");
        }
    }

    private void arguments(Method was, Method is, String subject) {
        List<FieldPair> pairs = FieldPair.of(was.arguments(), is.arguments());
        for (FieldPair pair : pairs) {
            Field before = pair.was();
            Field now = pair.is();
            if (before != null && now != null) {
                fields.compare(before, now, subject + "." + before.name(), false);
            } else if (before != null) {
                findings.gone(before.isRequired() ? Severity.WIRE : Severity.SOURCE, before.location(),
                        subject + "." + before.name(), "argument removed"
                                + (before.isRequired() ? ", and was required: the earlier version refuses calls without it"
                                        : ""));
            } else if (now != null) {
                findings.add(now.isRequired() ? Severity.WIRE : Severity.SOURCE, now.location(), subject + "." + now.name(),
                        "new argument" + (now.isRequired() ? ", and required: the earlier version's calls are refused" : ""));
            }
        }
        if (StructRule.isReordered(pairs)) {
            findings.source(is.location(), subject, "arguments in another order");
        }
    }

    private void exceptions(Method was, Method is, String subject) {
        for (FieldPair pair : FieldPair.of(was.exceptions(), is.exceptions())) {
            Field before = pair.was();
            Field now = pair.is();
            if (before != null && now != null) {
                exception(before, now, subject + "." + before.name());
            } else if (before != null) {
                findings.gone(Severity.WIRE, before.location(), subject + "." + before.name(),
                        "does not throw " + before.type().shown() + " any more");
            } else if (now != null) {
                findings.wire(now.location(), subject + "." + now.name(),
                        "throws " + now.type().shown() + ", which the earlier version does not understand");
            }
        }
    }

    /** Code names exceptions by their types only, and one of them is there or not: the type and the id count. */
    private void exception(Field was, Field is, String subject) {
        if (was.id() != is.id()) {
            findings.wire(is.location(), subject, "id " + is.id() + " (was " + was.id() + ")");
        }
        Severity type = types.broken(was.type(), is.type());
        if (type != null) {
            findings.add(type, is.location(), subject, TypeText.change(was.type(), is.type()));
        }
    }
}
