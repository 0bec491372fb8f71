package io.quarkiverse.volo.thrift.dynamic;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.descriptor.FieldDescriptor;
import io.quarkiverse.volo.thrift.descriptor.KnownNames;
import io.quarkiverse.volo.thrift.descriptor.Requiredness;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor.Kind;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;

/** Makes structs of maps, as their descriptors say. */
final class StructFitting {

    private StructFitting() {
    }

    static DynamicStruct fit(StructDescriptor struct, Map<?, ?> given, int depth) {
        if (depth > DecodeLimits.DEFAULT_MAX_DEPTH) {
            throw new InvalidValueException("nesting depth: more than " + DecodeLimits.DEFAULT_MAX_DEPTH
                    + " (expected: at most that; does the value contain itself?)");
        }
        @Nullable
        Object[] values = new Object[struct.fields().size()];
        given.forEach((name, value) -> {
            FieldDescriptor field = field(struct, name);
            if (value != null) {
                values[field.index()] = fit(field, value, depth);
            }
        });
        if (struct.kind() == Kind.UNION) {
            requireOne(struct, values);
        } else {
            complete(struct, values);
        }
        return new DynamicStruct(struct, values);
    }

    private static FieldDescriptor field(StructDescriptor struct, @Nullable Object name) {
        FieldDescriptor field = name instanceof String text ? struct.field(text) : null;
        if (field == null) {
            String what = struct.kind() == Kind.ARGUMENTS ? "argument of " : "field of ";
            throw new InvalidValueException(
                    what + struct.name() + ": " + KnownNames.expected(String.valueOf(name), struct.fieldNames()));
        }
        return field;
    }

    private static Object fit(FieldDescriptor field, Object value, int depth) {
        try {
            return ValueFitting.fit(field.type(), value, depth + 1);
        } catch (InvalidValueException e) {
            if (field.isSensitive()) {
                throw new InvalidValueException("*** (expected: " + field.type().shown() + ")").within("." + field.name());
            }
            throw e.within("." + field.name());
        }
    }

    private static void requireOne(StructDescriptor union, @Nullable Object[] values) {
        int members = 0;
        for (Object value : values) {
            members += value == null ? 0 : 1;
        }
        if (members != 1) {
            throw new InvalidValueException(members + " members (expected: one, as " + union + " has: "
                    + String.join(", ", union.fieldNames()) + ")");
        }
    }

    private static void complete(StructDescriptor struct, @Nullable Object[] values) {
        for (FieldDescriptor field : struct.fields()) {
            if (values[field.index()] == null) {
                values[field.index()] = absent(struct, field);
            }
        }
    }

    private static @Nullable Object absent(StructDescriptor struct, FieldDescriptor field) {
        Object defaultValue = defaultOf(field);
        if (defaultValue != null || field.isExplicit()) {
            return defaultValue;
        }
        if (isRequired(struct, field)) {
            throw new InvalidValueException("nothing (expected: " + field.type().shown() + ", as it is required)")
                    .within("." + field.name());
        }
        return field.requiredness() == Requiredness.OPTIONAL ? null : zero(field.type());
    }

    /** What an absent field has: the IDL's default, structs in it completed with their own; null if there is none. */
    static @Nullable Object defaultOf(FieldDescriptor field) {
        Object value = field.isExplicit() ? null : field.defaultValue();
        return value == null || field.type() instanceof TypeDescriptor.Base ? value
                : ValueFitting.fit(field.type(), value, 0);
    }

    /** A method cannot do without a struct, enum or exception among its arguments, unless it is optional. */
    static boolean isRequired(StructDescriptor struct, FieldDescriptor field) {
        return field.requiredness() == Requiredness.REQUIRED || (struct.kind() == Kind.ARGUMENTS && !field.isExplicit()
                && field.requiredness() == Requiredness.DEFAULT && field.type() instanceof TypeDescriptor.Defined);
    }

    private static @Nullable Object zero(TypeDescriptor type) {
        if (type instanceof TypeDescriptor.ListOf) {
            return ImmutableList.of();
        }
        if (type instanceof TypeDescriptor.SetOf) {
            return ImmutableSet.of();
        }
        if (type instanceof TypeDescriptor.MapOf) {
            return ImmutableMap.of();
        }
        return type instanceof TypeDescriptor.Base base ? zero(base) : null;
    }

    private static Object zero(TypeDescriptor.Base type) {
        return switch (type) {
            case BOOL -> false;
            case BYTE -> (byte) 0;
            case I16 -> (short) 0;
            case I32 -> 0;
            case I64 -> 0L;
            case DOUBLE -> 0.0;
            case STRING -> "";
            case BINARY -> Binary.EMPTY;
            case UUID -> new UUID(0, 0);
        };
    }
}
