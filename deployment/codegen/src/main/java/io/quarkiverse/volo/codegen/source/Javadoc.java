package io.quarkiverse.volo.codegen.source;

import java.util.ArrayList;
import java.util.List;

/** Comments of the IDL as Javadoc: text that neither Java nor the Javadoc tool takes for anything else. */
public final class Javadoc {

    private Javadoc() {
    }

    /** The comment's lines; none for an empty comment. */
    public static List<String> lines(String comment) {
        return comment.isEmpty() ? new ArrayList<>()
                : new ArrayList<>(escaped(comment).lines().map(String::stripTrailing).toList());
    }

    /** The comment in one line, as after {@code @param}. */
    public static String inline(String comment) {
        return escaped(comment).replaceAll("\\s+", " ").strip();
    }

    /** A backslash could begin a Unicode escape, which Java reads even in comments. */
    private static String escaped(String comment) {
        return comment.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }
}
