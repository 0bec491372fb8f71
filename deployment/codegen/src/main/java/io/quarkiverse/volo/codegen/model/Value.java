package io.quarkiverse.volo.codegen.model;

import java.util.List;
import java.util.UUID;

/**
 * The value of a constant or a default, fitted to its type; references to other constants have been replaced by their values.
 */
public sealed interface Value {

    /** How many values it is made of, itself counted. */
    default int nodes() {
        return 1;
    }

    record Bool(boolean value) implements Value {
    }

    /** Of any integer type. */
    record Int(long value) implements Value {
    }

    record Decimal(double value) implements Value {
    }

    /** A string, or bytes as UTF-8. */
    record Text(String value) implements Value {
    }

    record Uuid(UUID value) implements Value {
    }

    record Member(Type.Declared enumeration, String member) implements Value {
    }

    /** A list or a set. */
    record Elements(List<Value> elements) implements Value {

        @Override
        public int nodes() {
            return 1 + elements.stream().mapToInt(Value::nodes).sum();
        }
    }

    record Pairs(List<Pair> pairs) implements Value {

        @Override
        public int nodes() {
            return 1 + pairs.stream().mapToInt(pair -> pair.key().nodes() + pair.value().nodes()).sum();
        }
    }

    record Pair(Value key, Value value) {
    }

    /** A struct; fields that are not named have their defaults. */
    record StructLiteral(Type.Declared struct, List<FieldValue> fields) implements Value {

        @Override
        public int nodes() {
            return 1 + fields.stream().mapToInt(field -> field.value().nodes()).sum();
        }
    }

    record FieldValue(String field, Type type, Value value) {
    }
}
