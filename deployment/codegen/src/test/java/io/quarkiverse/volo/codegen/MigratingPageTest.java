package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the new side in {@code docs/migrating-from-apache-thrift.md} compiles with what its IDL becomes. */
class MigratingPageTest {

    private static final Pattern IDL = Pattern.compile("<!-- file: (\\S+) -->\\n```thrift\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("<!-- compiled -->\\n```java\\n(.*?)```", Pattern.DOTALL);

    private static final String IMPORTS = """
            import io.netty.buffer.*;
            import io.quarkiverse.volo.*;
            import io.quarkiverse.volo.thrift.codec.*;
            import io.quarkiverse.volo.thrift.value.*;
            import io.smallrye.mutiny.Uni;
            import java.nio.ByteBuffer;
            import java.util.*;
            import java.util.concurrent.ConcurrentHashMap;
            import org.acme.users.*;
            """;

    /** What the examples have from around them. */
    private static final String AROUND = """
            abstract class Around {
                byte[] bytes;
                Role role;
                Users.Blocking users;
                String name;
                abstract void show(long since);
                abstract User guest(String name);
            }
            """;

    @TempDir
    Path folder;

    @Test
    void everyExampleCompiles() throws Exception {
        String page = Files.readString(Path.of("../../docs/migrating-from-apache-thrift.md"));
        IdlFolder idl = new IdlFolder(folder);
        Matcher file = IDL.matcher(page);
        while (file.find()) {
            idl.with(file.group(1), file.group(2));
        }
        idl.compile();
        Map<String, String> sources = idl.sources();
        // The extension's annotations, which this module does not know.
        sources.put("VoloService.java", "package io.quarkiverse.volo; public @interface VoloService {}");
        sources.put("VoloClient.java", "package io.quarkiverse.volo; public @interface VoloClient {}");
        sources.put("Around.java", IMPORTS + AROUND);
        Matcher example = EXAMPLE.matcher(page);
        int examples = 0;
        for (; example.find(); examples++) {
            sources.put("Example" + examples + ".java", IMPORTS + source(example.group(1), examples));
        }

        assertThat(examples).isGreaterThan(7);
        assertThat(JavaSources.compile(sources, folder.resolve("classes"))).isEmpty();
    }

    /** A class as it stands, but for {@code public}; statements in a method. */
    private static String source(String example, int number) {
        if (example.contains(" class ")) {
            return example.replaceFirst("public class", "class");
        }
        boolean answers = example.contains("return ");
        String user = example.contains("User user =") ? "" : "User user";
        return "abstract class Example" + number + " extends Around { " + (answers ? "User" : "void") + " run(" + user + ") {\n"
                + example + "}}";
    }
}
