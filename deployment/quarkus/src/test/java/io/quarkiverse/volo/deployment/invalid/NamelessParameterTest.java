package io.quarkiverse.volo.deployment.invalid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;

class NamelessParameterTest {

    private static final String SOURCE = """
            package org.acme.nameless;

            @jakarta.inject.Singleton
            public class Caller {

                @jakarta.inject.Inject
                public Caller(@io.quarkiverse.volo.VoloClient org.acme.hello.HelloService hello) {
                }
            }
            """;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[0],
            "org.acme.nameless.Caller constructor: @VoloClient on a parameter whose name was not compiled in"
                    + " (expected: @VoloClient(\"name\"), or the compiler's option -parameters)")
            .withApplicationRoot(
                    jar -> jar.add(new ByteArrayAsset(compiledWithoutNames()), "org/acme/nameless/Caller.class"));

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    private static byte[] compiledWithoutNames() {
        try {
            Path output = Files.createTempDirectory("nameless");
            var options = List.of("-g:none", "-proc:none", "-d", output.toString());
            boolean done = ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, null, options, null, List.of(new Source())).call();
            if (!done) {
                throw new IllegalStateException("the source did not compile");
            }
            return Files.readAllBytes(output.resolve("org/acme/nameless/Caller.class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        Source() {
            super(URI.create("string:///org/acme/nameless/Caller.java"), JavaFileObject.Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
        }
    }
}
