package io.quarkiverse.volo.thrift.descriptor;

import java.util.stream.Collectors;

/** Cuts the text of a description into words, quoted texts, comments and symbols; one is always at hand. */
final class IdlTokens {

    private static final String SYMBOLS = "(){}[]<>,:;=\"";

    private final String text;
    private int position;
    private int start;
    private Kind kind = Kind.END;
    private String value = "";

    /** What a token is. */
    enum Kind {
        WORD,
        TEXT,
        SYMBOL,
        COMMENT,
        END
    }

    IdlTokens(String text) {
        this.text = text;
        advance();
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(Kind wanted, String wantedValue) {
        return kind == wanted && value.equals(wantedValue);
    }

    /** The token's value; the next one is at hand then. */
    String take(Kind wanted) {
        if (kind != wanted) {
            throw unexpected(wanted.toString());
        }
        String taken = value;
        advance();
        return taken;
    }

    boolean accept(Kind wanted, String wantedValue) {
        if (!is(wanted, wantedValue)) {
            return false;
        }
        advance();
        return true;
    }

    boolean acceptSymbol(String symbol) {
        return accept(Kind.SYMBOL, symbol);
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    /** Our compiler has written the text: whoever sees this has found a mistake of ours. */
    IllegalStateException unexpected(String expected) {
        long line = 1 + text.substring(0, start).chars().filter(character -> character == '\n').count();
        return new IllegalStateException("line " + line + " of a generated description: '" + value + "' (expected: " + expected
                + ")");
    }

    private void advance() {
        while (position < text.length() && text.charAt(position) <= ' ') {
            position++;
        }
        start = position;
        if (position == text.length()) {
            kind = Kind.END;
            value = "";
        } else if (text.startsWith("/**", position)) {
            kind = Kind.COMMENT;
            value = comment();
        } else if (text.charAt(position) == '"') {
            kind = Kind.TEXT;
            value = quoted();
        } else if (isSymbol(text.charAt(position))) {
            kind = Kind.SYMBOL;
            value = text.substring(position, ++position);
        } else {
            kind = Kind.WORD;
            value = word();
        }
    }

    private static boolean isSymbol(char character) {
        return SYMBOLS.indexOf(character) >= 0;
    }

    private String word() {
        while (position < text.length() && text.charAt(position) > ' ' && !isSymbol(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    /** The lines between the marks, without the star and the blank that begin each. */
    private String comment() {
        int end = text.indexOf("*/", position + 3);
        if (end < 0) {
            throw new IllegalStateException("a comment has no end in a generated description");
        }
        position = end + 2;
        return text.substring(start + 3, end).lines().map(IdlTokens::commentLine).collect(Collectors.joining("\n")).strip();
    }

    private static String commentLine(String line) {
        String stripped = line.stripLeading();
        if (stripped.startsWith("* ")) {
            return stripped.substring(2);
        }
        return stripped.equals("*") ? "" : stripped;
    }

    private String quoted() {
        StringBuilder content = new StringBuilder();
        for (position++; text.charAt(position) != '"'; position++) {
            if (text.charAt(position) == '\\') {
                position++;
                content.append(escaped());
            } else {
                content.append(text.charAt(position));
            }
        }
        position++;
        return content.toString();
    }

    private char escaped() {
        char character = text.charAt(position);
        if (character == 'u') {
            position += 4;
            return (char) Integer.parseInt(text.substring(position - 3, position + 1), 16);
        }
        return character == 'n' ? '\n' : character;
    }
}
