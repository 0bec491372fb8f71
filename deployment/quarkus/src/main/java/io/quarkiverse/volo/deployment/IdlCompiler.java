package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.deployment.proto.ProtoCompilation;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * Compiles the IDL of all modules of an application. Dev mode compares two of them: equal ones find the same.
 *
 * @param modules one compilation each
 * @param protoModules the same for Protobuf
 */
record IdlCompiler(List<IdlCompilation> modules, List<ProtoCompilation> protoModules) implements Supplier<@Nullable String> {

    static final IdlCompiler OF_NOTHING = new IdlCompiler(List.of(), List.of());

    IdlCompiler {
        modules = List.copyOf(modules);
        protoModules = List.copyOf(protoModules);
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
            compile(() -> module.existing().run(), failures);
        }
        for (ProtoCompilation module : protoModules) {
            compile(() -> module.existing().run(), failures);
        }
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw all(failures);
        }
    }

    /** One module. */
    private interface Module {

        void compile() throws CodeGenException;
    }

    private static void compile(Module module, List<CodeGenException> failures) {
        try {
            module.compile();
        } catch (CodeGenException e) {
            failures.add(e);
        }
    }

    private static CodeGenException all(List<CodeGenException> failures) {
        String messages = failures.stream().map(CodeGenException::getMessage).collect(Collectors.joining("\n"));
        CodeGenException all = new CodeGenException(messages, failures.get(0));
        failures.subList(1, failures.size()).forEach(all::addSuppressed);
        return all;
    }
}
