package io.quarkiverse.volo.deployment.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.quarkiverse.volo.codegen.CompatibilityCheck;
import io.quarkiverse.volo.codegen.CompilationException;
import io.quarkiverse.volo.codegen.CompilerOptions;
import io.quarkiverse.volo.codegen.ThriftCompiler;
import io.quarkiverse.volo.codegen.compatibility.Finding;
import io.quarkiverse.volo.deployment.idl.Temporary;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * Compares an application's IDL files with an earlier version of them, if one is configured.
 *
 * @param against where the earlier version is, as configured
 * @param fail whether a change that breaks someone fails the build; if not, it is a warning
 * @param ignored the changes that are accepted, by type and member
 */
public record IdlComparison(String against, boolean fail, List<String> ignored) {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.codegen");
    private static final String LEVEL = "quarkus.volo.codegen.compatibility.level";
    private static final String IGNORE = "quarkus.volo.codegen.compatibility.ignore";

    /** As configured; empty if no earlier version is. */
    public static Optional<IdlComparison> of(Config config) throws CodeGenException {
        Optional<String> against = config.getOptionalValue(EarlierIdl.KEY, String.class).map(String::strip);
        if (against.isEmpty()) {
            return Optional.empty();
        }
        String level = config.getOptionalValue(LEVEL, String.class).orElse("fail");
        if (!level.equals("fail") && !level.equals("warn")) {
            throw new CodeGenException(LEVEL + ": " + level + " (expected: fail, warn)");
        }
        List<String> ignored = config.getOptionalValues(IGNORE, String.class).orElse(List.of());
        return Optional
                .of(new IdlComparison(against.get(), level.equals("fail"), ignored.stream().map(String::strip).toList()));
    }

    /**
     * Compares, and fails or warns with all findings in one message.
     *
     * @param inputs the directories of the IDL files, which compile
     * @param project what a relative directory is relative to
     * @throws CodeGenException if something is broken, or the earlier version cannot be read
     */
    public void run(List<Path> inputs, Path project) throws CodeGenException {
        if (inputs.isEmpty()) {
            return;
        }
        List<Finding> findings = findings(inputs, project).stream()
                .filter(finding -> ignored.stream().noneMatch(finding::isOf)).toList();
        if (findings.isEmpty()) {
            return;
        }
        if (fail) {
            throw new CodeGenException(message(findings));
        }
        LOG.warn(message(findings));
    }

    private String message(List<Finding> findings) {
        String count = findings.size() == 1 ? "1 change" : findings.size() + " changes";
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n",
                count + " in Thrift IDL since " + against + " would break others (accept one with " + IGNORE + "):\n", ""));
    }

    private List<Finding> findings(List<Path> inputs, Path project) throws CodeGenException {
        try {
            Path temporary = Files.createTempDirectory("volo-idl-").toRealPath();
            try {
                List<Path> earlier = EarlierIdl.of(against, project, inputs).fetch(temporary);
                return earlier(earlier).findings(options(inputs));
            } finally {
                Temporary.delete(temporary);
            }
        } catch (CompilationException alreadyCompiled) {
            throw new CodeGenException(alreadyCompiled.getMessage(), alreadyCompiled);
        } catch (IOException failure) {
            throw EarlierIdl.failure(against, "cannot be read: " + failure, failure);
        }
    }

    private CompatibilityCheck earlier(List<Path> directories) throws CodeGenException, IOException {
        try {
            return CompatibilityCheck.against(options(directories));
        } catch (CompilationException wrong) {
            throw EarlierIdl.failure(against, "the earlier version does not compile: " + wrong.getMessage(), wrong);
        }
    }

    private static CompilerOptions options(List<Path> directories) throws IOException {
        Path root = directories.get(0);
        // Nothing is generated: the output directory is not used.
        return new CompilerOptions(root, files(directories), directories.subList(1, directories.size()), root, false);
    }

    private static List<Path> files(List<Path> directories) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path directory : directories) {
            files.addAll(ThriftCompiler.filesBelow(directory));
        }
        return files;
    }
}
