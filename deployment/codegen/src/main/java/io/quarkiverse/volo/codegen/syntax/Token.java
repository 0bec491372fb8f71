package io.quarkiverse.volo.codegen.syntax;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * A word of an IDL file.
 *
 * @param text the word; of a string what it stands for, without quotes
 * @param leading the comment directly above, without its marks; empty if there is none
 * @param trailing the comment behind it on the same line; empty if there is none
 * @param opensLine whether nothing but blanks stands before it on its line
 */
record Token(Kind kind, String text, Location location, String leading, String trailing, boolean opensLine) {

    enum Kind {
        IDENTIFIER,
        INTEGER,
        DOUBLE,
        STRING,
        SYMBOL,
        END
    }

    Token withTrailing(String comment) {
        return new Token(kind, text, location, leading, comment, opensLine);
    }

    boolean is(String symbolOrWord) {
        return kind != Kind.STRING && text.equals(symbolOrWord);
    }

    /** As an error message shows it. */
    String shown() {
        return switch (kind) {
            case END -> "end of file";
            case STRING -> "a string";
            default -> "'" + text + "'";
        };
    }
}
