package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources as a user's build would, but takes every warning for an error. */
final class JavaSources {

    private JavaSources() {
    }

    /** The compiler's complaints; empty if there are none. */
    static String compile(Map<String, String> sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-parameters", "-d",
                classes.toString(), "-classpath", classPath());
        List<? extends JavaFileObject> files = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        StringWriter complaints = new StringWriter();
        boolean fine = compiler.getTask(complaints, null, null, options, null, files).call();
        return fine ? "" : complaints.toString();
    }

    /** Loads what was compiled. */
    static ClassLoader loader(Path classes) throws IOException {
        return new URLClassLoader(new URL[] { classes.toUri().toURL() }, JavaSources.class.getClassLoader());
    }

    /** That of the tests. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
