package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Annotations;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.Javadoc;

/** {@code (deprecated)} and {@code (deprecated = "reason")}, as Apache's compiler reads them, in Java. */
final class Deprecation {

    private static final String ANNOTATION = "deprecated";
    /** An annotation without a value has 1. */
    private static final Set<String> NO_REASON = Set.of("1", "", "true");

    private Deprecation() {
    }

    static boolean isOn(Annotations annotations) {
        return Flag.isOn(annotations, ANNOTATION);
    }

    /** Whether Javadoc has something to say. */
    static boolean hasReason(Annotations annotations) {
        return isOn(annotations) && !NO_REASON.contains(reason(annotations));
    }

    private static String reason(Annotations annotations) {
        return annotations.getOrDefault(ANNOTATION, "").strip();
    }

    /** A comment as Javadoc, with the reason at its end. */
    static List<String> documented(String comment, Annotations annotations) {
        List<String> lines = Javadoc.lines(comment);
        addReason(lines, annotations);
        return lines;
    }

    /**
     * The same.
     *
     * @param otherwise what is said, in Javadoc, where there is no comment
     */
    static List<String> documented(String comment, Annotations annotations, String otherwise) {
        List<String> lines = comment.isEmpty() ? new ArrayList<>(List.of(otherwise)) : Javadoc.lines(comment);
        addReason(lines, annotations);
        return lines;
    }

    /** Adds the reason to Javadoc that has no block tags yet, or only other ones. */
    static void addReason(List<String> lines, Annotations annotations) {
        if (hasReason(annotations)) {
            boolean tags = lines.stream().anyMatch(line -> line.startsWith("@"));
            if (!lines.isEmpty() && !tags) {
                lines.add("");
            }
            lines.add("@deprecated " + Javadoc.inline(reason(annotations)));
        }
    }

    /** The annotation, on a line of its own. */
    static void mark(CompilationUnit unit, Annotations annotations) {
        if (isOn(annotations)) {
            unit.body().line("@" + unit.lang("Deprecated"));
        }
    }
}
