package io.quarkiverse.volo.codegen.java;

/**
 * A top-level Java type.
 *
 * @param deprecated whether javac warns of its use
 */
record JavaName(String packageName, String simpleName, boolean deprecated) {

    JavaName(String packageName, String simpleName) {
        this(packageName, simpleName, false);
    }

    String qualified() {
        return packageName + "." + simpleName;
    }

    /** Where its source goes below the output directory. */
    String path() {
        return qualified().replace('.', '/') + ".java";
    }
}
