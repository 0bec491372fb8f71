package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder in {@code src/test/resources/behaviour} holds IDL files, beside those of the golden pairs of its name, and a
 * {@code Check.java}, which is compiled with the generated code; each of its public static methods is a test.
 */
class BehaviourTest {

    private static final Path CASES = Path.of("src/test/resources/behaviour");

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicContainer> generatedCode() throws Exception {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList().stream().map(BehaviourTest::tests);
        }
    }

    private static DynamicContainer tests(Path caseFolder) {
        String name = caseFolder.getFileName().toString();
        try {
            Class<?> check = compile(caseFolder, folder.resolve(name));
            return DynamicContainer.dynamicContainer(name, Arrays.stream(check.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .sorted(Comparator.comparing(Method::getName))
                    .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method))));
        } catch (Throwable failure) {
            return DynamicContainer.dynamicContainer(name, List.of(DynamicTest.dynamicTest("compiles", () -> {
                throw failure;
            })));
        }
    }

    private static Class<?> compile(Path caseFolder, Path workFolder) throws Exception {
        IdlFolder idl = new IdlFolder(workFolder).withAllOf(caseFolder);
        Path golden = GoldenTest.CASES.resolve(caseFolder.getFileName());
        if (Files.exists(golden)) {
            idl.withAllOf(golden);
        }
        idl.compile();
        Path classes = workFolder.resolve("classes");
        Map<String, String> sources = idl.sources();
        sources.put("Check.java", Files.readString(caseFolder.resolve("Check.java")));
        assertThat(JavaSources.compile(sources, classes)).isEmpty();
        return load(classes);
    }

    private static Class<?> load(Path classes) throws IOException, ClassNotFoundException {
        return JavaSources.loader(classes).loadClass("Check");
    }

    private static void run(Method method) throws Throwable {
        try {
            method.invoke(null);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
