package io.quarkiverse.volo.thrift.descriptor;

/** What a field says about its presence. */
public enum Requiredness {
    REQUIRED,
    OPTIONAL,
    /** Neither word is written: always sent, not insisted on. */
    DEFAULT
}
