package io.quarkiverse.volo.codegen.compatibility;

import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Value;

/** Values nearly as the IDL writes them; two values are the same if they are shown the same. */
final class ValueText {

    private static final int LONGEST = 60;

    private ValueText() {
    }

    static String of(Value value) {
        if (value instanceof Value.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof Value.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof Value.Decimal number) {
            return Double.toString(number.value());
        }
        if (value instanceof Value.Text text) {
            return quoted(text.value());
        }
        if (value instanceof Value.Uuid uuid) {
            return quoted(uuid.value().toString());
        }
        if (value instanceof Value.Member member) {
            return member.enumeration().name() + "." + member.member();
        }
        return ofMany(value);
    }

    private static String ofMany(Value value) {
        if (value instanceof Value.Elements list) {
            return list.elements().stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Value.Pairs map) {
            return map.pairs().stream().map(pair -> of(pair.key()) + ": " + of(pair.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Value.StructLiteral struct) {
            return struct.fields().stream().map(field -> quoted(field.field()) + ": " + of(field.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        throw new IllegalArgumentException("value: " + value + " (expected: a kind that is known here)");
    }

    /** On one line, whatever the text has in it. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + "\"";
    }

    /** Fit for a message. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
