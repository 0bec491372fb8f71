package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.volo.deployment.idl.Temporary;
import io.quarkiverse.volo.deployment.idl.TestRepository;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.CodeGenContext;
import io.smallrye.config.SmallRyeConfigBuilder;

/** {@code volo.yml}, through the build's own door. */
class VoloYmlTest {

    private static final String SHOP = """
            namespace java org.acme.shop
            include "common/money.thrift"
            struct Order { 1: required money.Money price }
            struct Unused {}
            service Shop { Order order(1: i64 id) }
            """;
    private static final String MONEY = """
            namespace java org.acme.money
            struct Money { 1: required i64 cents }
            struct Coin {}
            """;

    @TempDir
    Path folder;

    private Path project;
    private TestRepository repository;
    private final Map<String, String> configured = new HashMap<>();

    @BeforeEach
    void project() throws Exception {
        project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.createDirectories(project.resolve("src/main/java"));
        repository = new TestRepository(folder.resolve("repositories/acme/idl")).with("shop/shop.thrift", SHOP)
                .with("common/money.thrift", MONEY);
        configured.put("git.cache", folder.resolve("cache").toString());
    }

    @Test
    void filesBesideTheProjectAreCompiledWithoutADirectoryOfTheirOwn() throws Exception {
        write(project.resolve("../idl/shop/shop.thrift"), SHOP);
        write(project.resolve("../idl/common/money.thrift"), MONEY);
        yml(local("../idl/shop/shop.thrift", "includes: [../idl]"));

        assertThat(compile()).isTrue();

        assertThat(generated()).containsExactly("org/acme/money/Money.java", "org/acme/money/MoneyIdl.java",
                "org/acme/shop/Order.java", "org/acme/shop/Shop.java", "org/acme/shop/ShopDefinition.java",
                "org/acme/shop/ShopIdl.java");
        assertThat(compile()).as("again, without a change").isFalse();
    }

    @Test
    void filesInGitAreCompiledAtTheirLockAndOfflineFromThenOn() throws Exception {
        String lock = repository.commit();
        repository.with("shop/shop.thrift", SHOP.replace("Shop", "Store")).commit();
        yml(git(lock, "path: shop/shop.thrift"));

        compile();
        assertThat(generated()).contains("org/acme/shop/Shop.java", "org/acme/money/Money.java")
                .doesNotContain("org/acme/shop/Unused.java", "org/acme/money/Coin.java");

        Temporary.delete(repository.directory());
        configured.put("git.offline", "true");
        assertThat(compile()).isFalse();
    }

    @Test
    void withoutALockTheRefCountsAndTheLockIsTold() throws Exception {
        String first = repository.commit();
        yml(git(null, "path: shop/shop.thrift"));
        List<String> told = warnings(this::compile);
        assertThat(told).containsExactly("volo.yml:6:7: repository 'idl' has no lock: this is main as of now, which may be "
                + "another commit in the next build; to stay with this one, add 'lock: " + first + "'");

        repository.with("shop/shop.thrift", SHOP.replace("Shop", "Store")).commit();
        compile();
        assertThat(generated()).contains("org/acme/shop/Store.java").doesNotContain("org/acme/shop/Shop.java");
    }

    @Test
    void optionsChooseWhatIsGenerated() throws Exception {
        String lock = repository.commit();
        yml(git(lock, "path: shop/shop.thrift") + "        codegen_option: {touch: [Unused]}\n");
        compile();
        assertThat(generated()).contains("org/acme/shop/Unused.java").doesNotContain("org/acme/money/Coin.java");

        yml(git(lock, "path: shop/shop.thrift") + "        codegen_option: {config: {no_service: true}}\n");
        compile();
        assertThat(generated()).contains("org/acme/shop/Unused.java").doesNotContain("org/acme/shop/Shop.java");

        yml(git(lock, "path: shop/shop.thrift") + "    touch_all: true\n");
        compile();
        assertThat(generated()).contains("org/acme/shop/Shop.java", "org/acme/money/Coin.java");
        assertThat(output().resolve("org/acme/shop/Order.java")).content().doesNotContain("UnknownFields");

        yml(git(lock, "path: shop/shop.thrift") + "        codegen_option: {keep_unknown_fields: true}\n");
        compile();
        assertThat(output().resolve("org/acme/shop/Order.java")).content().contains("UnknownFields unknownFields");
    }

    @Test
    void theProjectsOwnFilesAreCompiledWholeBeside() throws Exception {
        write(project.resolve("src/main/thrift/own.thrift"), "namespace java org.own\nstruct Own {}");
        write(project.resolve("src/main/thrift/part.thrift"), "namespace java org.own\nstruct A {}\nservice Part {}");
        yml(local("src/main/thrift/part.thrift", "includes: []"));

        compile();

        assertThat(generated()).containsExactly("org/own/Own.java", "org/own/OwnIdl.java", "org/own/Part.java",
                "org/own/PartDefinition.java", "org/own/PartIdl.java");
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsPlace() throws Exception {
        String lock = repository.commit();
        yml(git(lock, "path: shop/shp.thrift") + service("path: ../../x.thrift") + service("path: common/money.thrift",
                "includes: [comon, ../..]") + local("no.thrift", "includes: [no]"));

        assertThatThrownBy(this::compile).isInstanceOf(CodeGenException.class)
                .hasMessage("6 errors in volo.yml:\n"
                        + "volo.yml:14:17: path: shop/shp.thrift is not there in idl@" + lock.substring(0, 7)
                        + "; did you mean 'shop/shop.thrift'?\n"
                        + "volo.yml:18:17: path: ../../x.thrift (expected: a path within the repository)\n"
                        + "volo.yml:23:22: includes: comon (expected: a folder in idl@" + lock.substring(0, 7) + ":)\n"
                        + "volo.yml:23:29: includes: ../.. (expected: a path within the repository)\n"
                        + "volo.yml:26:17: path: no.thrift is not there (" + project.resolve("no.thrift") + ")\n"
                        + "volo.yml:27:22: includes: no (expected: a folder in " + project + ")");
    }

    @Test
    void errorsInFilesOfARepositoryNameItAndFilesOutsideOfItAreNotRead() throws Exception {
        write(folder.resolve("cache/secret.thrift"), "struct Secret {}");
        String up = "../".repeat(repository.directory().toAbsolutePath().getNameCount() + 3);
        repository.with("shop/shop.thrift", "include '" + up + "secret.thrift'\nservice Shop { i33 x() }");
        String lock = repository.commit();
        yml(git(lock, "path: shop/shop.thrift"));

        String name = "idl@" + lock.substring(0, 7) + ":shop/shop.thrift";
        assertThatThrownBy(this::compile).hasMessageStartingWith("2 errors in Thrift IDL:\n" + name
                + ":1:9: include \"" + up + "secret.thrift\" leads to another place ")
                .hasMessageContaining("\n" + name + ":2:16: unknown type 'i33'");
    }

    @Test
    void aCommitThatCannotBeFetchedIsToldAtItsRepository() throws Exception {
        repository.commit();
        yml(git("0123456789abcdef0123456789abcdef01234567", "path: shop/shop.thrift"));

        assertThatThrownBy(this::compile).hasMessageStartingWith("1 error in volo.yml:\nvolo.yml:6:7: " + repository.url()
                + ": commit 0123456789abcdef0123456789abcdef01234567 cannot be fetched (in ");
    }

    @Test
    void theLimitOfGitIsChecked() {
        configured.put("git.timeout", "soon");
        assertThatThrownBy(this::compile)
                .hasMessage("quarkus.volo.codegen.git.timeout: soon (expected: a time, such as 60s)");
        configured.put("git.timeout", "0s");
        assertThatThrownBy(this::compile).hasMessage("quarkus.volo.codegen.git.timeout: 0s (expected: at least 1 ms)");
    }

    @Test
    void aFileAboveTheProjectIsOfAnotherProject() throws Exception {
        write(folder.resolve("volo.yml"), "wrong");

        assertThat(compile()).isFalse();
    }

    @Test
    void aWorkspaceOfRustIsNamed() throws Exception {
        write(project.resolve("volo.workspace.yml"), "services: []");

        assertThat(warnings(this::compile)).containsExactly("volo.workspace.yml:1:1: is not read, as Java has no crates "
                + "(expected: its services in an entry of volo.yml)");
    }

    @Test
    void whatIsGeneratedGoesWithTheFile() throws Exception {
        write(project.resolve("idl.thrift"), "namespace java org.acme\nservice Shop {}");
        yml(local("idl.thrift", "includes: []"));
        compile();
        assertThat(generated()).contains("org/acme/Shop.java");

        Files.delete(project.resolve("volo.yml"));
        assertThat(compile()).isTrue();
        assertThat(generated()).isEmpty();
    }

    /** The page's first example, with a repository that is there. */
    @Test
    void theExampleOfThePageWorks() throws Exception {
        String page = Files.readString(Path.of("../../docs/volo-yml.md"));
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(example.find()).isTrue();
        repository.with("shop/shop.thrift", SHOP.replace("Unused", "Receipt"));
        write(project.resolve("idl/billing.thrift"), SHOP.replace("acme.shop", "acme.billing").replace("common/", ""));
        write(project.resolve("idl/common/money.thrift"), MONEY.replace("money", "cash"));
        String text = example.group(1);
        assertThat(text).contains("https://github.com/acme/idl.git").containsPattern("lock: [0-9a-f]{40} ");
        Files.writeString(project.resolve("volo.yml"), text.replace("https://github.com/acme/idl.git", repository.url())
                .replaceFirst("lock: [0-9a-f]{40}", "lock: " + repository.commit()));

        assertThat(warnings(this::compile)).isEmpty();

        assertThat(generated()).contains("org/acme/shop/Shop.java", "org/acme/billing/Shop.java", "org/acme/cash/Money.java",
                "org/acme/money/Money.java", "org/acme/shop/Receipt.java").doesNotContain("org/acme/billing/Unused.java");
    }

    /** An entry with a repository; the keys of its first service's IDL come last. */
    private String git(@Nullable String lock, String... idl) {
        return """
                entries:
                  default:
                    filename: volo_gen.rs
                    protocol: thrift
                    repos:
                      idl:
                        url: %s
                        ref: main
                %s    services:
                """.formatted(repository.url(), lock == null ? "" : "        lock: " + lock + "\n") + service(idl);
    }

    private static String service(String... idl) {
        return "      - idl:\n          source: git\n          repo: idl\n" + lines(idl);
    }

    /** A file of the project as the only one, or as a further service. */
    private static String local(String path, String... idl) {
        return "      - idl:\n          source: local\n          path: " + path + "\n" + lines(idl);
    }

    private static String lines(String... idl) {
        return Stream.of(idl).map(line -> "          " + line + "\n").collect(Collectors.joining());
    }

    private void yml(String text) throws IOException {
        boolean complete = text.startsWith("entries:");
        Files.writeString(project.resolve("volo.yml"),
                complete ? text : "entries:\n  default:\n    protocol: thrift\n    services:\n" + text);
    }

    private boolean compile() throws CodeGenException {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder();
        configured.forEach((key, value) -> config.withDefaultValue("quarkus.volo.codegen." + key, value));
        Path target = project.resolve("target");
        return new ThriftCodeGenProvider().trigger(new CodeGenContext(null, output(), target,
                project.resolve("src/main/thrift"), false, config.build(), false));
    }

    private Path output() {
        return project.resolve("target/generated-sources/volo-thrift");
    }

    private List<String> generated() throws IOException {
        if (!Files.exists(output())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(output())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> output().relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }

    private interface Build {

        Object run() throws Exception;
    }

    /** What the compiler warns of meanwhile. */
    private static List<String> warnings(Build build) throws Exception {
        List<String> told = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                told.add(record.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger logger = Logger.getLogger("io.quarkiverse.volo.codegen");
        logger.addHandler(handler);
        try {
            build.run();
        } finally {
            logger.removeHandler(handler);
        }
        return told;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
