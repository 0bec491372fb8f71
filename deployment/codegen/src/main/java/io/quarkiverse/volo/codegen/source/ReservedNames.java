package io.quarkiverse.volo.codegen.source;

import java.util.Set;

/**
 * Names that a generated member cannot have. There is one rule: such a name gets {@code _} at its end. No other name ends so,
 * because spelling drops underscores at the end, so the rule never makes two names one.
 */
public final class ReservedNames {

    /** Keywords, literals and the words that are keywords in some places (Java Language Specification 3.9). */
    private static final Set<String> WORDS = Set.of(
            "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const", "continue",
            "default", "do", "double", "else", "enum", "extends", "final", "finally", "float", "for", "goto", "if",
            "implements", "import", "instanceof", "int", "interface", "long", "native", "new", "package", "private",
            "protected", "public", "return", "short", "static", "strictfp", "super", "switch", "synchronized", "this",
            "throw", "throws", "transient", "try", "void", "volatile", "while",
            "true", "false", "null", "_",
            "exports", "module", "non-sealed", "open", "opens", "permits", "provides", "record", "requires", "sealed",
            "to", "transitive", "uses", "var", "when", "with", "yield");

    /** Contextual words that are fine as the name of a variable, method or package. */
    private static final Set<String> HARMLESS_WORDS = Set.of("exports", "module", "open", "opens", "permits", "provides",
            "record", "requires", "sealed", "to", "transitive", "uses", "var", "when", "with");

    /** Methods that every object has; without parameters they also are no names for a record's component. */
    private static final Set<String> OBJECT_METHODS = Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify",
            "notifyAll", "toString", "wait");

    private static final Set<String> THROWABLE_METHODS = Set.of("addSuppressed", "fillInStackTrace", "getCause",
            "getLocalizedMessage", "getMessage", "getStackTrace", "getSuppressed", "initCause", "printStackTrace",
            "setStackTrace");

    /** Methods of generated records, exceptions and builders. */
    private static final Set<String> STRUCT_METHODS = Set.of("builder", "toBuilder");

    /** Where a qualified name of generated code begins; a variable of that name would hide the package. */
    private static final Set<String> PACKAGES = Set.of("java", "javax", "io", "org");

    private ReservedNames() {
    }

    public static boolean isWord(String name) {
        return WORDS.contains(name) && !HARMLESS_WORDS.contains(name);
    }

    /** A record's component, an exception's field, an argument. */
    public static boolean forComponent(String name) {
        return isWord(name) || OBJECT_METHODS.contains(name) || THROWABLE_METHODS.contains(name)
                || STRUCT_METHODS.contains(name) || PACKAGES.contains(name);
    }

    /** A method of a service; clients also have {@code with}. */
    public static boolean forMethod(String name) {
        return isWord(name) || OBJECT_METHODS.contains(name) || name.equals("with");
    }

    /** A member of an enum; each has {@code number}, and {@code UNRECOGNIZED} is ours. */
    public static boolean forEnumMember(String name) {
        return isWord(name) || name.equals("number") || name.equals("UNRECOGNIZED");
    }

    public static boolean forConstant(String name) {
        return isWord(name) || PACKAGES.contains(name);
    }
}
