package io.quarkiverse.volo.codegen.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.syntax.Token.Kind;

/** Cuts the text of an IDL file into words; a character that fits nowhere is reported and passed over. */
final class Lexer {

    private static final String SYMBOLS = "{}()[]<>,;:=*&@";
    // Each takes some hundred bytes until the file was read.
    private static final int MOST_WORDS = 2_000_000;

    private final String file;
    private final String text;
    private final Diagnostics diagnostics;
    private final ApacheRules rules;
    private final List<Token> tokens = new ArrayList<>();
    private final Comments comments = new Comments();

    private int position;
    private int line = 1;
    private int lineStart;
    private boolean opensLine = true;

    Lexer(String file, String text, ApacheRules rules, Diagnostics diagnostics) {
        this.file = file;
        this.text = text;
        this.rules = rules;
        this.diagnostics = diagnostics;
        // A byte order mark is no part of the text.
        this.position = text.startsWith("\uFEFF") ? 1 : 0;
        this.lineStart = position;
    }

    /** All words; the last one is {@link Kind#END}. */
    List<Token> tokens() {
        while (position < text.length()) {
            next();
        }
        add(Kind.END, "", here());
        return tokens;
    }

    private void next() {
        char character = text.charAt(position);
        if (character == '\n') {
            position++;
            startLine();
        } else if (character == ' ' || (character >= '\t' && character <= '\r')) {
            position++;
        } else if (character == '#' || text.startsWith("//", position)) {
            lineComment(character == '#' ? 1 : 2);
        } else if (text.startsWith("/*", position)) {
            blockComment();
        } else if (isWordStart(character)) {
            word();
        } else if (isNumberStart(character)) {
            number();
        } else if (character == '"' || character == '\'') {
            string(character);
        } else if (SYMBOLS.indexOf(character) >= 0) {
            Location start = here();
            position++;
            add(Kind.SYMBOL, String.valueOf(character), start);
        } else {
            unexpected(character);
        }
    }

    private void unexpected(char character) {
        String shown = character >= ' ' && character < 0x7F ? "'" + character + "'"
                : String.format(Locale.ROOT, "U+%04X", (int) character);
        diagnostics.error(here(), "unexpected character " + shown);
        position++;
    }

    private void lineComment(int marks) {
        int start = position;
        int end = text.indexOf('\n', start);
        position = end < 0 ? text.length() : end;
        comment(text.substring(start + marks, position), line);
    }

    private void blockComment() {
        Location start = here();
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            diagnostics.error(start, "comment without end (expected: */)");
            position = text.length();
            return;
        }
        String content = text.substring(position + 2, end);
        int firstLine = line;
        boolean startsLine = opensLine;
        skipTo(end + 2);
        opensLine = startsLine;
        comment(content, firstLine);
    }

    private void comment(String content, int firstLine) {
        boolean behindWord = !tokens.isEmpty() && !opensLine;
        if (behindWord) {
            int last = tokens.size() - 1;
            tokens.set(last, tokens.get(last).withTrailing(Comments.cleaned(content)));
        } else {
            comments.add(content, firstLine, line);
        }
    }

    private void word() {
        Location start = here();
        int from = position;
        while (position < text.length() && isWordPart(text.charAt(position))) {
            position++;
        }
        add(Kind.IDENTIFIER, text.substring(from, position), start);
    }

    private void number() {
        Location start = here();
        int from = position;
        position++;
        while (position < text.length() && isNumberPart(from)) {
            position++;
        }
        String number = text.substring(from, position);
        boolean hexadecimal = number.contains("x") || number.contains("X");
        if (number.contains("0X") || number.contains("0o") || number.endsWith(".") || number.contains(".e")
                || number.contains(".E")) {
            rules.refuse(start, "number: " + number);
        }
        boolean integer = hexadecimal || number.chars().noneMatch(part -> part == '.' || part == 'e' || part == 'E');
        add(integer ? Kind.INTEGER : Kind.DOUBLE, number, start);
    }

    /** Digits, letters and dots, and a sign directly behind the e of an exponent. */
    private boolean isNumberPart(int from) {
        char character = text.charAt(position);
        if (isWordPart(character)) {
            return true;
        }
        char before = text.charAt(position - 1);
        boolean exponent = (before == 'e' || before == 'E') && !text.substring(from, position).contains("x");
        return (character == '+' || character == '-') && exponent;
    }

    private void string(char quote) {
        Location start = here();
        StringBuilder content = new StringBuilder();
        int at = position + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                content.append(unescaped(text.charAt(at), start));
            } else {
                content.append(text.charAt(at));
            }
            at++;
        }
        if (at >= text.length()) {
            diagnostics.error(start, "string without end (expected: " + quote + ")");
        } else if (text.substring(position, at).indexOf('\n') >= 0) {
            rules.refuse(start, "string of more than one line");
        }
        boolean startsLine = opensLine;
        skipTo(Math.min(at + 1, text.length()));
        opensLine = startsLine;
        add(Kind.STRING, content.toString(), start);
    }

    /** Other compilers keep a backslash that escapes nothing, as regular expressions in annotations need it. */
    private String unescaped(char character, Location string) {
        return switch (character) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\'', '\\' -> String.valueOf(character);
            default -> {
                rules.refuse(string, "string with \\" + character);
                yield "\\" + character;
            }
        };
    }

    private void skipTo(int end) {
        while (position < end) {
            if (text.charAt(position) == '\n') {
                position++;
                startLine();
            } else {
                position++;
            }
        }
    }

    private void startLine() {
        line++;
        lineStart = position;
        opensLine = true;
    }

    private void add(Kind kind, String word, Location start) {
        if (tokens.size() == MOST_WORDS) {
            diagnostics.error(start, "more than " + MOST_WORDS + " words in " + file + " (expected: smaller files)");
            position = text.length();
        }
        tokens.add(new Token(kind, word, start, comments.takeAbove(start.line()), "", opensLine));
        opensLine = false;
    }

    private Location here() {
        return new Location(file, line, position - lineStart + 1);
    }

    private static boolean isWordStart(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character) || isDigit(character) || character == '.';
    }

    private boolean isNumberStart(char character) {
        if (isDigit(character)) {
            return true;
        }
        char next = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
        return ((character == '+' || character == '-') && (isDigit(next) || next == '.'))
                || (character == '.' && isDigit(next));
    }
}
