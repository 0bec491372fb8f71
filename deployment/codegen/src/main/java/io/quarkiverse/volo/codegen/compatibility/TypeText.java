package io.quarkiverse.volo.codegen.compatibility;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Type;

/** Types as messages show them. */
final class TypeText {

    private TypeText() {
    }

    /** {@code type i64 (was i32)}; two types of one name with their kinds or files. */
    static String change(Type was, Type is) {
        if (was.shown().equals(is.shown()) && was instanceof Type.Declared before && is instanceof Type.Declared now) {
            return now.file().equals(before.file()) ? "type " + definition(now) + " (was " + definition(before) + ")"
                    : "type " + now.name() + " of " + now.file() + " (was that of " + before.file() + ")";
        }
        return "type " + is.shown() + " (was " + was.shown() + ")";
    }

    /** What a method returns. */
    static String result(@Nullable Type type) {
        return type == null ? "void" : type.shown();
    }

    /** {@code enum Color}. */
    static String definition(Type.Declared type) {
        return type.kind().name().toLowerCase(Locale.ROOT) + " " + type.name();
    }
}
