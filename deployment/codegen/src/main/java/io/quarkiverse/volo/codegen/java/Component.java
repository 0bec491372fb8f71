package io.quarkiverse.volo.codegen.java;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.Requiredness;

/**
 * A field with its Java name, and what its absence means (design decision 6).
 *
 * @param name of the record's component, the exception's accessor or the parameter
 */
record Component(Field field, String name) {

    Type type() {
        return field.type();
    }

    @Nullable
    Value defaultValue() {
        return field.defaultValue();
    }

    /** Null stands for absent, and is not written. */
    boolean isNullable() {
        if (field.isRequired()) {
            return false;
        }
        return field.explicitPresence()
                || (defaultValue() == null && (field.isOptional() || type() instanceof Type.Declared));
    }

    /** There is no value that could stand for absent. */
    boolean mustBeSet() {
        return defaultValue() == null && field.isRequired();
    }

    /** What a builder begins with is more than null, zero or false. */
    boolean hasInitialValue() {
        return defaultValue() != null || (!isNullable() && !mustBeSet());
    }

    /** A method cannot do without a struct, enum or exception among its arguments, unless it is optional. */
    Component asArgument() {
        boolean required = type() instanceof Type.Declared && !field.isOptional() && !field.explicitPresence();
        return required ? new Component(field.withRequiredness(Requiredness.REQUIRED), name) : this;
    }

    /** Its value is shown nowhere. */
    boolean isSensitive() {
        return Flag.isOn(field.annotations(), "volo.sensitive");
    }

    boolean isDeprecated() {
        return Deprecation.isOn(field.annotations());
    }
}
