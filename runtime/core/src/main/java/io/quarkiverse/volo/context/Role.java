package io.quarkiverse.volo.context;

/** Which side of a call a context belongs to. */
public enum Role {
    CLIENT,
    SERVER
}
