package io.quarkiverse.volo.codegen.model;

/** The namespace of a file for one language. */
public record Namespace(String value, Annotations annotations) {
}
