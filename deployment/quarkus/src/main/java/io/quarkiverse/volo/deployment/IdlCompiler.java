package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * Compiles the IDL of all modules of an application. Dev mode compares two of them: equal ones find the same.
 *
 * @param modules one compilation each
 */
record IdlCompiler(List<IdlCompilation> modules) implements Supplier<@Nullable String> {

    static final IdlCompiler OF_NOTHING = new IdlCompiler(List.of());

    IdlCompiler {
        modules = List.copyOf(modules);
    }

    /** What is wrong, in all files of all modules; {@code null}: nothing is. */
    @Override
    public @Nullable String get() {
        try {
            compile();
            return null;
        } catch (CodeGenException e) {
            return e.getMessage();
        }
    }

    /** @throws CodeGenException with all errors of all files of all modules in its message */
    void compile() throws CodeGenException {
        List<CodeGenException> failures = new ArrayList<>();
        for (IdlCompilation module : modules) {
            try {
                module.existing().run();
            } catch (CodeGenException e) {
                failures.add(e);
            }
        }
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw all(failures);
        }
    }

    private static CodeGenException all(List<CodeGenException> failures) {
        String messages = failures.stream().map(CodeGenException::getMessage).collect(Collectors.joining("\n"));
        CodeGenException all = new CodeGenException(messages, failures.get(0));
        failures.subList(1, failures.size()).forEach(all::addSuppressed);
        return all;
    }
}
