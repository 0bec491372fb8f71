package io.quarkiverse.volo.codegen.source;

import java.util.List;

/** Lines of Java, indented by four blanks per open brace. */
public final class SourceWriter {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    public SourceWriter line(String line) {
        if (!line.isEmpty()) {
            text.append(INDENT.repeat(depth)).append(line);
        }
        text.append('\n');
        return this;
    }

    public SourceWriter blank() {
        return line("");
    }

    /** A line whose block follows, indented. */
    public SourceWriter open(String line) {
        line(line);
        depth++;
        return this;
    }

    /** As {@link #open}, where the line has been written. */
    public SourceWriter indent() {
        depth++;
        return this;
    }

    public SourceWriter close(String line) {
        depth--;
        return line(line);
    }

    public SourceWriter close() {
        return close("}");
    }

    /** How much has been written. */
    public int length() {
        return text.length();
    }

    /** Adds a line in the outermost block, where {@link #length()} was at. */
    public void insert(int at, String line) {
        text.insert(at, line + "\n");
    }

    /** A comma-separated list on one line if it is short, else one line for each. */
    public SourceWriter list(String before, List<String> items, String after) {
        String joined = before + String.join(", ", items) + after;
        if (depth * INDENT.length() + joined.length() <= 120) {
            return line(joined);
        }
        line(before);
        depth += 2;
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            line(items.get(i) + (last ? after : ","));
        }
        depth -= 2;
        return this;
    }

    /** Javadoc, whose lines are escaped already. */
    public SourceWriter javadoc(List<String> lines) {
        if (lines.size() == 1) {
            return line("/** " + lines.get(0) + " */");
        }
        if (!lines.isEmpty()) {
            line("/**");
            lines.forEach(line -> line(line.isEmpty() ? " *" : " * " + line));
            line(" */");
        }
        return this;
    }

    public SourceWriter javadoc(String line) {
        return javadoc(List.of(line));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
