package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.volo.codegen.CompilationException;
import io.quarkiverse.volo.codegen.CompilerResult;
import io.quarkiverse.volo.codegen.ProtoCompiler;
import io.quarkiverse.volo.codegen.ProtocOutput;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.deployment.idl.IdlDependencies;
import io.quarkiverse.volo.deployment.idl.Temporary;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * One run over all Protobuf files of an application. Where there is none, protoc is neither looked for nor started; nor is it
 * started where nothing has changed.
 *
 * @param inputs the directories whose files are compiled
 * @param includes further directories that imported files are searched in
 * @param output where Java goes
 * @param dependencies further places of imported files
 * @param protoc where protoc comes from
 * @param messagesByOthers whether somebody else, such as quarkus-grpc, generates the messages, and types named as services
 */
public record ProtoCompilation(List<Path> inputs, List<Path> includes, Path output, IdlDependencies dependencies,
        ProtocSource protoc, boolean messagesByOthers) {

    /** Among the generated sources, so that it goes with them; javac looks at Java files only. */
    private static final String EXTRACTED = ".volo-proto";

    public ProtoCompilation {
        inputs = List.copyOf(inputs);
        includes = List.copyOf(includes);
    }

    /** The same over those of the directories that are there now. */
    public ProtoCompilation existing() {
        return new ProtoCompilation(inputs.stream().filter(Files::isDirectory).toList(), includes, output, dependencies,
                protoc, messagesByOthers);
    }

    /** @throws CodeGenException with all errors of all files in its message */
    public CompilerResult run() throws CodeGenException {
        try {
            List<ProtoFile> files = ProtoFile.in(inputs);
            return files.isEmpty() ? new ProtoCompiler(output, "").clean() : compile(files);
        } catch (CompilationException e) {
            throw new CodeGenException(e.getMessage(), e);
        } catch (IOException e) {
            throw new CodeGenException("Protobuf files in " + inputs + " cannot be compiled to " + output + ": " + e, e);
        }
    }

    private CompilerResult compile(List<ProtoFile> files) throws CodeGenException, CompilationException, IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<Path> own = Stream.concat(inputs.stream(), includes.stream()).toList();
        List<ProtoFile> all = ProtoFile.in(own);
        ProtoImports imports = new ProtoImports(dependencies, output.resolve(EXTRACTED).resolve("imports"), diagnostics);
        imports.follow(all);
        if (diagnostics.hasErrors()) {
            throw new CodeGenException(Diagnostics.text(diagnostics.errors(), ProtoCompiler.IDL));
        }
        ProtoCompiler compiler = new ProtoCompiler(output, identity(files, all, imports.files()));
        CompilerResult left = compiler.leave();
        if (left != null) {
            return left;
        }
        Path executable = protoc.executable(output.resolve(EXTRACTED));
        // Not below the output: javac would find half-written sources there.
        Path work = Files.createTempDirectory("volo-proto-");
        try {
            Map<Path, String> directories = new LinkedHashMap<>();
            own.forEach(directory -> directories.put(directory, ""));
            directories.putAll(imports.directories());
            return generate(compiler, files, new Protoc(executable, directories, work), diagnostics);
        } finally {
            Temporary.delete(work);
        }
    }

    private CompilerResult generate(ProtoCompiler compiler, List<ProtoFile> files, Protoc run, Diagnostics diagnostics)
            throws CodeGenException, CompilationException, IOException {
        Set<String> names = files.stream().map(ProtoFile::name).collect(Collectors.toSet());
        run.compile(names.stream().sorted().toList(), !messagesByOthers, diagnostics);
        return compiler.generate(new ProtocOutput(run.descriptorSet(), names, messagesByOthers ? null : run.messages(),
                diagnostics.warnings()));
    }

    /** All that the Java depends on. */
    private String identity(List<ProtoFile> compiled, List<ProtoFile> own, List<ProtoFile> imported) {
        List<String> identity = new ArrayList<>(List.of(protoc.identity(), String.valueOf(messagesByOthers)));
        compiled.forEach(file -> identity.add(file.name()));
        own.forEach(file -> identity.add(file.name() + "\n" + file.text()));
        imported.forEach(file -> identity.add(file.name() + "\n" + file.text()));
        return String.join("\n", identity);
    }
}
