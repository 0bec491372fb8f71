package io.quarkiverse.volo.codegen.resolve;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.ValueSyntax;

/** Which numbers and strings fit which types. */
final class Scalars {

    private static final Pattern UUID_FORM = Pattern
            .compile("\\{?([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})}?");

    private Scalars() {
    }

    /** An integer as a value of the type; null if it does not fit. */
    static @Nullable Value ofInteger(long value, Type type, EnumNumbers enumNumbers) {
        if (type instanceof Type.Declared declared && declared.kind() == Type.Kind.ENUM) {
            String member = enumNumbers.memberOf(declared, value);
            return member == null ? null : new Value.Member(declared, member);
        }
        if (!(type instanceof Type.Base base)) {
            return null;
        }
        return switch (base) {
            case BOOL -> value == 0 || value == 1 ? new Value.Bool(value == 1) : null;
            case BYTE -> inBits(value, Byte.SIZE);
            case I16 -> inBits(value, Short.SIZE);
            case I32 -> inBits(value, Integer.SIZE);
            case I64 -> new Value.Int(value);
            case DOUBLE -> new Value.Decimal(value);
            case STRING, BINARY, UUID -> null;
        };
    }

    private static @Nullable Value inBits(long value, int bits) {
        long limit = 1L << (bits - 1);
        return value >= -limit && value < limit ? new Value.Int(value) : null;
    }

    /** A string as a value of the type; null if it does not fit. */
    static @Nullable Value ofString(String value, Type type) {
        if (type == Type.Base.STRING || type == Type.Base.BINARY) {
            return new Value.Text(value);
        }
        var uuid = UUID_FORM.matcher(value);
        return type == Type.Base.UUID && uuid.matches() ? new Value.Uuid(UUID.fromString(uuid.group(1))) : null;
    }

    /** As a message shows a value that does not fit. */
    static String shown(ValueSyntax value) {
        if (value instanceof ValueSyntax.IntegerText integer) {
            return "value: " + integer.value();
        }
        if (value instanceof ValueSyntax.DoubleText decimal) {
            return "value: " + decimal.value();
        }
        if (value instanceof ValueSyntax.StringText string) {
            return "value: \"" + shortened(string.value()) + "\"";
        }
        if (value instanceof ValueSyntax.Reference reference) {
            return "value: " + reference.name();
        }
        return value instanceof ValueSyntax.ListText ? "value: [...]" : "value: {...}";
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** As a message shows what would fit. */
    static String expected(Type type) {
        if (type instanceof Type.Declared declared) {
            return switch (declared.kind()) {
                case ENUM -> "a member of enum " + declared.name();
                case STRUCT -> "{\"field\": value} for struct " + declared.name();
                case UNION -> "{\"member\": value} for union " + declared.name();
                case EXCEPTION -> "{\"field\": value} for exception " + declared.name();
            };
        }
        if (type instanceof Type.Base base) {
            return switch (base) {
                case BOOL -> "true or false";
                case BYTE -> "an i8 in -128..127";
                case I16 -> "an i16 in -32768..32767";
                case I32 -> "an i32 in -2147483648..2147483647";
                case I64 -> "an i64";
                case DOUBLE -> "a double";
                case STRING -> "a string in quotes";
                case BINARY -> "bytes as a string in quotes";
                case UUID -> "a uuid such as \"12345678-9abc-def0-1234-56789abcdef0\"";
            };
        }
        return type instanceof Type.MapOf ? "{key: value} for " + type.shown() : "[element] for " + type.shown();
    }
}
