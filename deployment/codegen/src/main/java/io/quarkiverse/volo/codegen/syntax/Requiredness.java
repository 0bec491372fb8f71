package io.quarkiverse.volo.codegen.syntax;

/** What a field says about its presence. */
public enum Requiredness {
    REQUIRED,
    OPTIONAL,
    /** Neither word is written: always sent, not insisted on. */
    DEFAULT
}
