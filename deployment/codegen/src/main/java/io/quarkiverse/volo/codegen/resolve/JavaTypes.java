package io.quarkiverse.volo.codegen.resolve;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.syntax.Annotation;

/** {@code (volo.java_type = "long[]")} behind a list, a field or a typedef of one: its numbers are kept in an array. */
final class JavaTypes {

    static final String ANNOTATION = "volo.java_type";

    private static final Map<Type, String> ARRAYS = Map.of(
            Type.Base.BOOL, "boolean[]",
            Type.Base.BYTE, "byte[]",
            Type.Base.I16, "short[]",
            Type.Base.I32, "int[]",
            Type.Base.I64, "long[]",
            Type.Base.DOUBLE, "double[]");

    private final Diagnostics diagnostics;

    JavaTypes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The type as the annotations behind it want it; those that do not fit are reported. */
    Type apply(Type type, List<Annotation> annotations, String context) {
        Type applied = type;
        for (Annotation annotation : annotations) {
            if (annotation.name().equals(ANNOTATION)) {
                applied = apply(applied, annotation, context);
            }
        }
        return applied;
    }

    private Type apply(Type type, Annotation annotation, String context) {
        String array = type instanceof Type.ListOf list ? ARRAYS.get(list.element()) : null;
        if (array != null && array.equals(annotation.value()) && type instanceof Type.ListOf list) {
            return new Type.ListOf(list.element(), true);
        }
        diagnostics.error(annotation.location(), ANNOTATION + ": " + annotation.value() + expected(type, array), context);
        return type;
    }

    private static String expected(Type type, @Nullable String array) {
        return array == null ? " at " + type.shown() + " (expected: a list of bool, i8, i16, i32, i64 or double)"
                : " (expected: " + array + ", or no " + ANNOTATION + ", for " + type.shown() + ")";
    }
}
