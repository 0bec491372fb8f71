package io.quarkiverse.volo.runtime.config;

/** What becomes of a string that is no UTF-8. */
public enum MalformedUtf8 {
    REPLACE,
    REJECT
}
