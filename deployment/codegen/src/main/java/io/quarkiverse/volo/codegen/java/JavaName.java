package io.quarkiverse.volo.codegen.java;

/** A top-level Java type. */
record JavaName(String packageName, String simpleName) {

    String qualified() {
        return packageName + "." + simpleName;
    }

    /** Where its source goes below the output directory. */
    String path() {
        return qualified().replace('.', '/') + ".java";
    }
}
