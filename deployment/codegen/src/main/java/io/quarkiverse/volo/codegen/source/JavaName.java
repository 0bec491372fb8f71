package io.quarkiverse.volo.codegen.source;

/**
 * A top-level Java type.
 *
 * @param packageName empty for the unnamed package
 * @param deprecated whether javac warns of its use
 */
public record JavaName(String packageName, String simpleName, boolean deprecated) {

    public JavaName(String packageName, String simpleName) {
        this(packageName, simpleName, false);
    }

    /** A type of {@code java.lang}, which needs no import but may be hidden by a user's type. */
    public static JavaName lang(String simpleName) {
        return new JavaName("java.lang", simpleName);
    }

    public String qualified() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** Where its source goes below the output directory. */
    public String path() {
        return qualified().replace('.', '/') + ".java";
    }
}
