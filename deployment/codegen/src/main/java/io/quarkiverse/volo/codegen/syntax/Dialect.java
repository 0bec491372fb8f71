package io.quarkiverse.volo.codegen.syntax;

/** Whose rules IDL files must keep. */
public enum Dialect {
    /** Whatever one of Apache's compiler, Pilota and thriftgo takes and has one meaning. */
    ANY,
    /** What Apache's compiler 0.17 takes. */
    APACHE
}
