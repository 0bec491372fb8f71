package io.quarkiverse.volo.thrift.dynamic;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.descriptor.DefinedType;
import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import io.quarkiverse.volo.thrift.descriptor.KnownNames;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;

/** Makes values of the types of the IDL of what can be meant only in one way. */
final class ValueFitting {

    private static final int UUID_LENGTH = 36;

    private ValueFitting() {
    }

    static Object fit(TypeDescriptor type, @Nullable Object value, int depth) {
        if (value == null) {
            throw new InvalidValueException("null (expected: " + type.shown() + ")");
        }
        if (type instanceof TypeDescriptor.Base base) {
            return scalar(base, value);
        }
        if (type instanceof TypeDescriptor.ListOf list) {
            return list(list, value, depth);
        }
        if (type instanceof TypeDescriptor.SetOf set) {
            return set(set, value, depth);
        }
        if (type instanceof TypeDescriptor.MapOf map) {
            return map(map, value, depth);
        }
        DefinedType definition = ((TypeDescriptor.Defined) type).definition();
        return definition instanceof EnumDescriptor enumeration ? member(enumeration, value)
                : struct((StructDescriptor) definition, value, depth);
    }

    private static Object scalar(TypeDescriptor.Base type, Object value) {
        return switch (type) {
            case BOOL -> bool(value);
            case BYTE -> (byte) NumberFitting.integer(value, Byte.MIN_VALUE, Byte.MAX_VALUE, type);
            case I16 -> (short) NumberFitting.integer(value, Short.MIN_VALUE, Short.MAX_VALUE, type);
            case I32 -> (int) NumberFitting.integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, type);
            case I64 -> NumberFitting.integer(value, Long.MIN_VALUE, Long.MAX_VALUE, type);
            case DOUBLE -> NumberFitting.decimal(value);
            case STRING -> text(value);
            case BINARY -> bytes(value);
            case UUID -> uuid(value);
        };
    }

    /** As a key of JSON's objects, a bool is text; some peers write 0 and 1. */
    private static Object bool(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        return switch (value.toString()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw InvalidValueException.of(value, "bool");
        };
    }

    private static Object text(Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw InvalidValueException.of(value, "string");
    }

    private static Object bytes(Object value) {
        if (value instanceof Binary) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return Binary.copyOf(bytes);
        }
        if (value instanceof ByteBuffer buffer) {
            return Binary.copyOf(buffer);
        }
        if (value instanceof CharSequence text) {
            try {
                return Binary.wrap(Base64.getDecoder().decode(text.toString()));
            } catch (IllegalArgumentException e) {
                throw InvalidValueException.of(value, "binary, as Base64: " + e.getMessage());
            }
        }
        throw InvalidValueException.of(value, "binary, as Binary, byte[], ByteBuffer or Base64");
    }

    private static Object uuid(Object value) {
        if (value instanceof UUID) {
            return value;
        }
        String text = value.toString();
        if (text.length() == UUID_LENGTH) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw InvalidValueException.of(value, "uuid: " + e.getMessage());
            }
        }
        throw InvalidValueException.of(value, "uuid, of 36 characters");
    }

    /** The member's name; of a number that has none, the number. */
    private static Object member(EnumDescriptor enumeration, Object value) {
        String text = value instanceof Enum<?> member ? member.name() : value.toString();
        EnumDescriptor.Member named = enumeration.member(text);
        if (named != null) {
            return named.name();
        }
        if (!NumberFitting.isNumber(value)) {
            throw new InvalidValueException(enumeration + ": " + KnownNames.expected(text, enumeration.memberNames()));
        }
        int number = (int) NumberFitting.integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, TypeDescriptor.Base.I32);
        EnumDescriptor.Member numbered = enumeration.member(number);
        return numbered == null ? (Object) number : numbered.name();
    }

    private static Object struct(StructDescriptor struct, Object value, int depth) {
        if (value instanceof Map<?, ?> fields) {
            return value instanceof DynamicStruct known && known.descriptor() == struct ? known
                    : StructFitting.fit(struct, fields, depth);
        }
        throw InvalidValueException.of(value, struct.toString());
    }

    private static Object list(TypeDescriptor.ListOf type, Object value, int depth) {
        Collection<?> elements = elements(type, value);
        ImmutableList.Builder<Object> list = ImmutableList.builder(elements.size());
        int index = 0;
        for (Object element : elements) {
            list.add(element(type.element(), element, "[" + index + "]", depth));
            index++;
        }
        return list.build();
    }

    private static Object set(TypeDescriptor.SetOf type, Object value, int depth) {
        Collection<?> elements = elements(type, value);
        ImmutableSet.Builder<Object> set = Containers.set(type.element(), elements.size());
        int index = 0;
        for (Object element : elements) {
            set.add(element(type.element(), element, "[" + index + "]", depth));
            index++;
        }
        return set.build();
    }

    private static Collection<?> elements(TypeDescriptor type, Object value) {
        if (value instanceof Collection<?> elements) {
            return elements;
        }
        throw InvalidValueException.of(value, type.shown());
    }

    private static Object element(TypeDescriptor type, @Nullable Object value, String segment, int depth) {
        try {
            return fit(type, value, depth + 1);
        } catch (InvalidValueException e) {
            throw e.within(segment);
        }
    }

    /** A map, or a list of pairs: JSON's objects have only text for keys. */
    private static Object map(TypeDescriptor.MapOf type, Object value, int depth) {
        if (value instanceof Map<?, ?> entries) {
            ImmutableMap.Builder<Object, Object> map = Containers.map(type.key(), entries.size());
            entries.forEach((key, entry) -> put(type, key, entry, "[" + (key == null ? "null" : ShownValue.of(key)) + "]",
                    depth, map));
            return map.build();
        }
        if (value instanceof Collection<?> pairs) {
            ImmutableMap.Builder<Object, Object> map = Containers.map(type.key(), pairs.size());
            int index = 0;
            for (Object pair : pairs) {
                String segment = "[" + index + "]";
                if (!(pair instanceof Collection<?> both) || both.size() != 2) {
                    throw new InvalidValueException((pair == null ? "null" : ShownValue.of(pair))
                            + " (expected: a list of two, a key and its value)").within(segment);
                }
                Iterator<?> parts = both.iterator();
                put(type, parts.next(), parts.next(), segment, depth, map);
                index++;
            }
            return map.build();
        }
        throw InvalidValueException.of(value, type.shown());
    }

    private static void put(TypeDescriptor.MapOf type, @Nullable Object key, @Nullable Object value, String segment, int depth,
            ImmutableMap.Builder<Object, Object> map) {
        map.put(element(type.key(), key, segment, depth), element(type.value(), value, segment, depth));
    }
}
