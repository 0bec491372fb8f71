package io.quarkiverse.volo.codegen.syntax;

import java.util.stream.Collectors;

/** Gathers the comments that stand directly above a word: they become its documentation. */
final class Comments {

    private final StringBuilder gathered = new StringBuilder();
    private int lastLine;

    /** A comment that is alone on its lines; one after a blank line starts anew. */
    void add(String content, int firstLine, int endLine) {
        if (firstLine > lastLine + 1) {
            gathered.setLength(0);
        }
        if (gathered.length() > 0) {
            gathered.append('\n');
        }
        gathered.append(cleaned(content));
        lastLine = endLine;
    }

    /** What was gathered, if it ends on the line above or on the same line; forgets it. */
    String takeAbove(int line) {
        if (gathered.length() == 0) {
            return "";
        }
        String comment = line <= lastLine + 1 ? gathered.toString().strip() : "";
        gathered.setLength(0);
        return comment;
    }

    /** Without leading stars, slashes and the blanks around them. */
    static String cleaned(String content) {
        return content.lines().map(Comments::cleanedLine).collect(Collectors.joining("\n")).strip();
    }

    private static String cleanedLine(String line) {
        String stripped = line.strip();
        int start = 0;
        while (start < stripped.length() && "*/#".indexOf(stripped.charAt(start)) >= 0) {
            start++;
        }
        boolean oneBlank = start < stripped.length() && stripped.charAt(start) == ' ';
        return stripped.substring(oneBlank ? start + 1 : start);
    }
}
