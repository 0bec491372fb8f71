package io.quarkiverse.volo.codegen.syntax;

import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.syntax.Token.Kind;

/** The words of a file, one after the other. */
final class TokenStream {

    private static final Set<String> DEFINITIONS = Set.of("namespace", "include", "cpp_include", "typedef", "const", "enum",
            "struct", "union", "exception", "service", "senum");

    private final List<Token> tokens;
    private final ApacheRules rules;
    private int position;

    TokenStream(List<Token> tokens, ApacheRules rules) {
        this.tokens = tokens;
        this.rules = rules;
    }

    ApacheRules rules() {
        return rules;
    }

    Token peek() {
        return tokens.get(position);
    }

    /** The word behind the current one, or the end. */
    Token peekBehind(int distance) {
        return tokens.get(Math.min(position + distance, tokens.size() - 1));
    }

    Location location() {
        return peek().location();
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean at(String symbolOrWord) {
        return peek().is(symbolOrWord);
    }

    Token take() {
        Token token = peek();
        if (!atEnd()) {
            position++;
        }
        return token;
    }

    boolean takeIf(String symbolOrWord) {
        boolean found = at(symbolOrWord);
        if (found) {
            take();
        }
        return found;
    }

    /** Comma or semicolon, which Thrift allows nearly everywhere and needs nowhere. */
    void takeSeparator() {
        if (takeIf(",") || takeIf(";")) {
            refuseSeparators("a separator behind a separator");
        }
    }

    /** Commas and semicolons where Apache's compiler has none. */
    void refuseSeparators(String what) {
        while (at(",") || at(";")) {
            rules.refuse(take().location(), what);
        }
    }

    Token expect(String symbol) throws SyntaxException {
        if (!at(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
        return take();
    }

    Token expect(Kind kind, String what) throws SyntaxException {
        if (peek().kind() != kind) {
            throw unexpected(what);
        }
        return take();
    }

    /** A name without dots. */
    Identifier name(String what) throws SyntaxException {
        Token token = expect(Kind.IDENTIFIER, what);
        if (token.text().indexOf('.') >= 0) {
            throw new SyntaxException(token.location(), "'" + token.text() + "' (expected: " + what + " without dots)");
        }
        return identifier(token);
    }

    /** A name that may have dots. */
    Identifier dottedName(String what) throws SyntaxException {
        return identifier(expect(Kind.IDENTIFIER, what));
    }

    private Identifier identifier(Token token) {
        Identifier name = new Identifier(token.text(), token.location());
        rules.checkName(name);
        return name;
    }

    /** The name of a definition; where it was forgotten, the next definition must not be taken for it. */
    Identifier definitionName(String what) throws SyntaxException {
        if (opensDefinition()) {
            throw unexpected(what);
        }
        return name(what);
    }

    /** The comment above the word that was current at the start, else the one behind the last word taken. */
    String comment(Token first) {
        return first.leading().isEmpty() && position > 0 ? tokens.get(position - 1).trailing() : first.leading();
    }

    /** Goes to the next line that begins with the keyword of a definition, or the end. */
    void skipToDefinition() {
        while (!atEnd() && !opensDefinition()) {
            take();
        }
    }

    private boolean opensDefinition() {
        return peek().kind() == Kind.IDENTIFIER && peek().opensLine() && DEFINITIONS.contains(peek().text());
    }

    SyntaxException unexpected(String expected) {
        return new SyntaxException(location(), "unexpected " + peek().shown() + " (expected: " + expected + ")");
    }
}
