package io.quarkiverse.volo.codegen.java;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.source.CompilationUnit;

/** Values of constants and defaults as Java expressions. */
final class ValueExpressions {

    private final CompilationUnit unit;
    private final NameTable table;
    private final TypeNames types;

    ValueExpressions(CompilationUnit unit, NameTable table) {
        this.unit = unit;
        this.table = table;
        this.types = new TypeNames(unit, table);
    }

    /** Whether the expression is short and costs nothing, so that it may be repeated. */
    static boolean isSimple(Value value, Type type) {
        return value instanceof Value.Bool || value instanceof Value.Int || value instanceof Value.Decimal
                || value instanceof Value.Member || (value instanceof Value.Text && type == Type.Base.STRING);
    }

    String of(Value value, Type type) {
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof Value.Int number) {
            return integer(number.value(), type);
        }
        if (value instanceof Value.Decimal decimal) {
            return decimal(decimal.value());
        }
        if (value instanceof Value.Text text) {
            String literal = literal(text.value());
            return type == Type.Base.BINARY ? unit.use(Library.BINARY) + ".ofUtf8(" + literal + ")" : literal;
        }
        if (value instanceof Value.Uuid uuid) {
            return unit.use(Library.UUID) + ".fromString(\"" + uuid.value() + "\")";
        }
        if (value instanceof Value.Member member) {
            if (table.isDeprecatedMember(member.enumeration(), member.member())) {
                unit.usesDeprecated();
            }
            return unit.use(table.type(member.enumeration())) + "."
                    + table.enumMember(member.enumeration(), member.member());
        }
        if (value instanceof Value.Elements elements) {
            return elements(elements.elements(), type);
        }
        return value instanceof Value.Pairs pairs ? pairs(pairs.pairs(), (Type.MapOf) type)
                : struct((Value.StructLiteral) value);
    }

    /** What a field has that is absent and has no default of its own. */
    String zero(Type type) {
        if (type instanceof Type.ListOf list && list.array()) {
            return types.boxed(type) + ".of()";
        }
        if (type instanceof Type.ListOf) {
            return unit.use(Library.IMMUTABLE_LIST) + ".of()";
        }
        if (type instanceof Type.SetOf) {
            return unit.use(Library.IMMUTABLE_SET) + ".of()";
        }
        if (type instanceof Type.MapOf) {
            return unit.use(Library.IMMUTABLE_MAP) + ".of()";
        }
        return switch ((Type.Base) type) {
            case BOOL -> "false";
            case BYTE, I16, I32, I64, DOUBLE -> "0";
            case STRING -> "\"\"";
            case BINARY -> unit.use(Library.BINARY) + ".EMPTY";
            case UUID -> "new " + unit.use(Library.UUID) + "(0, 0)";
        };
    }

    private static String integer(long number, Type type) {
        return switch ((Type.Base) type) {
            case BYTE -> "(byte) " + number;
            case I16 -> "(short) " + number;
            case I64 -> number + "L";
            default -> String.valueOf(number);
        };
    }

    private String decimal(double number) {
        if (Double.isInfinite(number)) {
            return unit.lang("Double") + (number > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return String.valueOf(number);
    }

    private String elements(List<Value> values, Type type) {
        boolean list = type instanceof Type.ListOf;
        Type element = type instanceof Type.ListOf of ? of.element() : ((Type.SetOf) type).element();
        if (TypeNames.isArray(type)) {
            return values.stream().map(value -> of(value, element))
                    .collect(Collectors.joining(", ", types.boxed(type) + ".of(", ")"));
        }
        String witness = "<" + types.boxed(element) + ">";
        String immutable = unit.use(list ? Library.IMMUTABLE_LIST : Library.IMMUTABLE_SET);
        if (values.isEmpty()) {
            return immutable + "." + witness + "of()";
        }
        String joined = values.stream().map(value -> of(value, element)).collect(Collectors.joining(", "));
        return immutable + ".copyOf(" + unit.use(Library.LIST) + "." + witness + "of(" + joined + "))";
    }

    private String pairs(List<Value.Pair> pairs, Type.MapOf type) {
        String witness = "<" + types.boxed(type.key()) + ", " + types.boxed(type.value()) + ">";
        String immutable = unit.use(Library.IMMUTABLE_MAP) + "." + witness;
        if (pairs.isEmpty()) {
            return immutable + "of()";
        }
        // One call with many arguments: javac's stack overflows on hundreds of chained calls.
        String entry = unit.use(Library.MAP) + "." + witness + "entry(";
        return pairs.stream()
                .map(pair -> entry + of(pair.key(), type.key()) + ", " + of(pair.value(), type.value()) + ")")
                .collect(Collectors.joining(", ", immutable + "ofEntries(", ")"));
    }

    private String struct(Value.StructLiteral struct) {
        if (struct.fields().stream().anyMatch(field -> table.isDeprecated(struct.struct(), field.field()))) {
            unit.usesDeprecated();
        }
        if (struct.struct().kind() == Type.Kind.UNION) {
            Value.FieldValue member = struct.fields().get(0);
            return unit.use(table.type(struct.struct())) + "." + table.component(struct.struct(), member.field()) + "("
                    + of(member.value(), member.type()) + ")";
        }
        return struct.fields().stream()
                .map(field -> "." + table.component(struct.struct(), field.field()) + "(" + of(field.value(), field.type())
                        + ")")
                .collect(Collectors.joining("", unit.use(table.type(struct.struct())) + ".builder()", ".build()"));
    }

    /** A Java string literal of ASCII characters. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(
                        character < ' ' || character > '~' ? String.format(Locale.ROOT, "\\u%04x", (int) character)
                                : character);
            }
        }
        return literal.append('"').toString();
    }
}
