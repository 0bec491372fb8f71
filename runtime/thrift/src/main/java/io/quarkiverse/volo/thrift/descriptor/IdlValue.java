package io.quarkiverse.volo.thrift.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;

/** A default as it is written; what it means depends on its type, which another file may define. */
sealed interface IdlValue {

    /** The value, as {@link FieldDescriptor#defaultValue()} has it. */
    Object as(TypeDescriptor type);

    /** A number, {@code true}, {@code false}, or the name of an enum's member. */
    record Word(String text) implements IdlValue {

        @Override
        public Object as(TypeDescriptor type) {
            return type instanceof TypeDescriptor.Base base ? scalar(base) : text;
        }

        private Object scalar(TypeDescriptor.Base type) {
            return switch (type) {
                case BOOL -> Boolean.valueOf(text);
                case BYTE -> Byte.valueOf(text);
                case I16 -> Short.valueOf(text);
                case I32 -> Integer.valueOf(text);
                case I64 -> Long.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case STRING, BINARY, UUID -> throw mismatch(type);
            };
        }
    }

    /** What stands in quotes. */
    record Text(String text) implements IdlValue {

        @Override
        public Object as(TypeDescriptor type) {
            if (type == TypeDescriptor.Base.STRING) {
                return text;
            }
            if (type == TypeDescriptor.Base.BINARY) {
                return Binary.ofUtf8(text);
            }
            if (type == TypeDescriptor.Base.UUID) {
                return UUID.fromString(text);
            }
            throw mismatch(type);
        }
    }

    /** A list or a set. */
    record Elements(List<IdlValue> elements) implements IdlValue {

        @Override
        public Object as(TypeDescriptor type) {
            if (type instanceof TypeDescriptor.SetOf set) {
                ImmutableSet.Builder<Object> values = ImmutableSet.builder(elements.size());
                elements.forEach(element -> values.add(element.as(set.element())));
                return values.build();
            }
            if (type instanceof TypeDescriptor.ListOf list) {
                ImmutableList.Builder<Object> values = ImmutableList.builder(elements.size());
                elements.forEach(element -> values.add(element.as(list.element())));
                return values.build();
            }
            throw mismatch(type);
        }
    }

    /** A map, or a struct by the names of its fields. */
    record Pairs(List<Map.Entry<IdlValue, IdlValue>> pairs) implements IdlValue {

        @Override
        public Object as(TypeDescriptor type) {
            Map<Object, Object> values = new LinkedHashMap<>();
            for (Map.Entry<IdlValue, IdlValue> pair : pairs) {
                if (type instanceof TypeDescriptor.MapOf map) {
                    values.put(pair.getKey().as(map.key()), pair.getValue().as(map.value()));
                } else {
                    FieldDescriptor field = field(type, pair.getKey());
                    values.put(field.name(), pair.getValue().as(field.type()));
                }
            }
            return ImmutableMap.copyOf(values);
        }

        private FieldDescriptor field(TypeDescriptor type, IdlValue name) {
            if (type instanceof TypeDescriptor.Defined defined && defined.definition() instanceof StructDescriptor struct
                    && name instanceof Text text) {
                FieldDescriptor field = struct.field(text.text());
                if (field != null) {
                    return field;
                }
            }
            throw mismatch(type);
        }
    }

    /** The compiler has checked defaults: this happens if two files come of different versions of the IDL. */
    default IllegalStateException mismatch(TypeDescriptor type) {
        return new IllegalStateException(
                "default " + this + " (expected: " + type.shown() + "; were all generated classes compiled together?)");
    }
}
