package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.util.List;

import io.quarkiverse.volo.codegen.compatibility.Compatibility;
import io.quarkiverse.volo.codegen.compatibility.Finding;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Program;

/** Compares IDL files with an earlier version of them. Nothing is generated; output directories are not looked at. */
public final class CompatibilityCheck {

    private final Program earlier;

    private CompatibilityCheck(Program earlier) {
        this.earlier = earlier;
    }

    /**
     * Reads the earlier version.
     *
     * @throws CompilationException if it has errors
     * @throws IOException if its directory cannot be listed
     */
    public static CompatibilityCheck against(CompilerOptions earlier) throws CompilationException, IOException {
        return new CompatibilityCheck(program(earlier));
    }

    /**
     * Reads the files as they are now and tells what breaks whom, sorted by place.
     *
     * @throws CompilationException if they have errors
     * @throws IOException if their directory cannot be listed
     */
    public List<Finding> findings(CompilerOptions now) throws CompilationException, IOException {
        return Compatibility.compare(earlier, program(now));
    }

    private static Program program(CompilerOptions options) throws CompilationException, IOException {
        Diagnostics diagnostics = new Diagnostics();
        return OwnFailure.told(diagnostics, () -> ThriftCompiler.program(options, diagnostics));
    }
}
