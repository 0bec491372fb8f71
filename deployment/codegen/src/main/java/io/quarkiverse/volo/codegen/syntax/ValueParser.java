package io.quarkiverse.volo.codegen.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Reads the values of constants and defaults, and annotations. */
final class ValueParser {

    // What is longer needs more than 64 bits, or has a strange number of zeros; the limit bounds the work.
    private static final int LONGEST_NUMBER = 1_000;

    private final TokenStream tokens;
    private final Nesting nesting;

    ValueParser(TokenStream tokens, Nesting nesting) {
        this.tokens = tokens;
        this.nesting = nesting;
    }

    ValueSyntax value() throws SyntaxException {
        Token token = tokens.peek();
        Location location = token.location();
        return switch (token.kind()) {
            case INTEGER -> new ValueSyntax.IntegerText(integer(), location);
            case DOUBLE -> new ValueSyntax.DoubleText(decimal(tokens.take()), location);
            case STRING -> new ValueSyntax.StringText(tokens.take().text(), location);
            case IDENTIFIER -> new ValueSyntax.Reference(tokens.take().text(), location);
            default -> container();
        };
    }

    private ValueSyntax container() throws SyntaxException {
        nesting.enter(tokens.location());
        try {
            if (tokens.at("[")) {
                return list();
            }
            if (tokens.at("{")) {
                return map();
            }
            throw tokens.unexpected("a value");
        } finally {
            nesting.leave();
        }
    }

    private ValueSyntax list() throws SyntaxException {
        Location location = tokens.expect("[").location();
        List<ValueSyntax> elements = new ArrayList<>();
        while (!tokens.takeIf("]")) {
            elements.add(value());
            tokens.takeSeparator();
        }
        return new ValueSyntax.ListText(List.copyOf(elements), location);
    }

    private ValueSyntax map() throws SyntaxException {
        Location location = tokens.expect("{").location();
        List<ValueSyntax.Entry> entries = new ArrayList<>();
        while (!tokens.takeIf("}")) {
            ValueSyntax key = value();
            tokens.expect(":");
            entries.add(new ValueSyntax.Entry(key, value()));
            tokens.takeSeparator();
        }
        return new ValueSyntax.MapText(List.copyOf(entries), location);
    }

    /** Decimal or hexadecimal, of 64 bits with sign. */
    long integer() throws SyntaxException {
        Token token = tokens.expect(Token.Kind.INTEGER, "an integer");
        String text = token.text();
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        try {
            BigInteger number = magnitude(digits);
            return (negative ? number.negate() : number).longValueExact();
        } catch (NumberFormatException notANumber) {
            throw new SyntaxException(token.location(),
                    "number: " + shortened(text) + " (expected: digits, or 0x and hexadecimal digits)");
        } catch (ArithmeticException tooLarge) {
            throw new SyntaxException(token.location(), "number: " + shortened(text) + " (expected: at most 64 bits)");
        }
    }

    private BigInteger magnitude(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new ArithmeticException("long");
        }
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return new BigInteger(digits.substring(2), 16);
        }
        boolean octal = digits.startsWith("0o");
        return octal ? new BigInteger(digits.substring(2), 8) : new BigInteger(digits);
    }

    private static double decimal(Token token) throws SyntaxException {
        try {
            if (token.text().matches("[-+0-9.eE]+")) {
                return Double.parseDouble(token.text());
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as for letters that Java allows and Thrift does not.
        }
        throw new SyntaxException(token.location(),
                "number: " + shortened(token.text()) + " (expected: a decimal number such as -1.5e3)");
    }

    private static String shortened(String number) {
        return number.length() <= 40 ? number : number.substring(0, 40) + "...";
    }

    /** {@code (name = "value", other)}, if there is one. */
    List<Annotation> annotations() throws SyntaxException {
        if (!tokens.takeIf("(")) {
            return List.of();
        }
        List<Annotation> annotations = new ArrayList<>();
        while (!tokens.takeIf(")")) {
            Identifier name = tokens.dottedName("the name of an annotation or ')'");
            String value = "1";
            if (tokens.takeIf("=")) {
                value = tokens.expect(Token.Kind.STRING, "a string").text();
            }
            annotations.add(new Annotation(name.text(), value, name.location()));
            tokens.takeSeparator();
        }
        return List.copyOf(annotations);
    }
}
