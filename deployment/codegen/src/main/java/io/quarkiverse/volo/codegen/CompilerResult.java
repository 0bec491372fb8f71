package io.quarkiverse.volo.codegen;

import java.nio.file.Path;
import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;

/**
 * What a run did to the output directory.
 *
 * @param written sources that are new or have changed
 * @param unchanged sources that were there already with the same bytes, and were not touched
 * @param removed sources of definitions that are gone
 * @param warnings what compiles but is doubtful
 */
public record CompilerResult(List<Path> written, List<Path> unchanged, List<Path> removed, List<Diagnostic> warnings) {

    /** Whether anything in the output directory is different now. */
    public boolean isChanged() {
        return !written.isEmpty() || !removed.isEmpty();
    }
}
