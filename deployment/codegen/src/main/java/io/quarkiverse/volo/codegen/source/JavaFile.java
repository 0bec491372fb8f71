package io.quarkiverse.volo.codegen.source;

/**
 * A generated source.
 *
 * @param path below the output directory, with slashes
 */
public record JavaFile(String path, String text) {
}
