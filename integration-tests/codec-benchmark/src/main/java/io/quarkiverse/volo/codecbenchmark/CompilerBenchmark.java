package io.quarkiverse.volo.codecbenchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.quarkiverse.volo.codegen.CompilationException;
import io.quarkiverse.volo.codegen.CompilerOptions;
import io.quarkiverse.volo.codegen.CompilerResult;
import io.quarkiverse.volo.codegen.ThriftCompiler;

/**
 * Compiles 1,000 structs in 100 IDL files that include each other: once in a JVM that has done nothing before, as a build does,
 * and once more when nothing has changed, as dev mode does.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@SuppressWarnings("NullAway.Init") // JMH calls write() first
public class CompilerBenchmark {

    private static final int FILES = 100;
    private static final int STRUCTS = 10;

    /** The IDL files, and where Java goes. */
    @State(Scope.Benchmark)
    public static class IdlFiles {

        private Path folder;
        private CompilerOptions options;

        @Setup
        public void write() throws IOException {
            folder = Files.createTempDirectory("volo-compiler-benchmark");
            Path input = Files.createDirectory(folder.resolve("idl"));
            for (int file = 0; file < FILES; file++) {
                Files.writeString(input.resolve("f" + file + ".thrift"), idl(file));
            }
            options = CompilerOptions.of(input, folder.resolve("java"));
        }

        @TearDown
        public void delete() throws IOException {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }

        private static String idl(int file) {
            StringBuilder idl = new StringBuilder("namespace java org.acme.f" + file + "\n");
            if (file > 0) {
                idl.append("include \"f" + (file - 1) + ".thrift\"\n");
            }
            idl.append("enum Kind { ONE = 1, TWO = 2, THREE = 3 }\n");
            for (int struct = 0; struct < STRUCTS; struct++) {
                String other = struct > 0 ? "S" + (struct - 1) : file > 0 ? "f" + (file - 1) + ".S0" : "Kind";
                idl.append("""
                        /** One of a thousand. */
                        struct S%d {
                            1: required i64 id
                            2: optional string name // who
                            3: list<string> tags = ["a", "b"]
                            4: map<string, %s> others
                            5: Kind kind = Kind.TWO
                            6: optional double score
                            7: set<i32> numbers
                            8: binary content
                        }
                        """.formatted(struct, other));
            }
            return idl.append("service Service" + file + " { S1 get(1: S2 request), oneway void tell(1: S3 note) }\n")
                    .toString();
        }
    }

    /** The same, compiled already. */
    @State(Scope.Benchmark)
    public static class CompiledFiles {

        private final IdlFiles files = new IdlFiles();

        @Setup
        public void compile() throws IOException, CompilationException {
            files.write();
            ThriftCompiler.compile(files.options);
        }

        @TearDown
        public void delete() throws IOException {
            files.delete();
        }
    }

    @Benchmark
    public CompilerResult cold(IdlFiles files) throws IOException, CompilationException {
        return ThriftCompiler.compile(files.options);
    }

    @Benchmark
    public CompilerResult unchanged(CompiledFiles compiled) throws IOException, CompilationException {
        CompilerResult result = ThriftCompiler.compile(compiled.files.options);
        if (!result.written().isEmpty()) {
            throw new AssertionError("written again: " + result.written());
        }
        return result;
    }
}
