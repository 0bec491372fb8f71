package io.quarkiverse.volo.deployment.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.bootstrap.prebuild.CodeGenException;

class GitCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private TestRepository repository;
    private GitUrl url;
    private GitCache cache;

    @BeforeEach
    void repository() throws Exception {
        repository = new TestRepository(folder.resolve("there/idl")).with("shop/shop.thrift", "struct A {}")
                .with("README.md", "more");
        url = new GitUrl(repository.url());
        cache = new GitCache(folder.resolve("cache"), MINUTE, false);
    }

    @Test
    void theFilesOfACommitAreThereAlsoWhenTheRepositoryIsGone() throws Exception {
        String first = repository.commit();
        repository.with("shop/shop.thrift", "struct B {}").with("new.thrift", "").commit();

        Path files = cache.files(url, first);
        assertThat(names(files)).containsExactly("shop/shop.thrift");
        assertThat(files.resolve("shop/shop.thrift")).hasContent("struct A {}");

        Temporary.delete(repository.directory());
        assertThat(cache.files(url, first)).isEqualTo(files);
        assertThat(new GitCache(cache.directory(), MINUTE, true).files(url, first)).isEqualTo(files);
    }

    @Test
    void offlineIsWhatWasNotFetchedAnError() throws Exception {
        String commit = repository.commit();

        assertThatThrownBy(() -> new GitCache(cache.directory(), MINUTE, true).files(url, commit))
                .isInstanceOf(CodeGenException.class)
                .hasMessage(url + ": commit " + commit + " is not in " + cache.directory()
                        + ", and quarkus.volo.codegen.git.offline=true");
    }

    @Test
    void aCommitThatIsNotThereIsToldAndLeavesNothing() throws Exception {
        repository.commit();
        String other = "0123456789abcdef0123456789abcdef01234567";

        assertThatThrownBy(() -> cache.files(url, other)).isInstanceOf(CodeGenException.class)
                .hasMessageStartingWith(url + ": commit " + other + " cannot be fetched (in ")
                .hasMessageContaining("git says: ").hasMessageContaining("not our ref " + other);
        assertThat(names(cache.directory())).isEmpty();
    }

    @Test
    void aCommitWithoutIdlIsTold() throws Exception {
        repository.git("rm", "-q", "--cached", "-r", "--ignore-unmatch", "shop");
        Temporary.delete(repository.directory().resolve("shop"));
        String commit = repository.commit();

        assertThatThrownBy(() -> cache.files(url, commit))
                .hasMessageStartingWith(url + ": commit " + commit + " has no .thrift files (in ");
    }

    @Test
    void linksAreNoFiles() throws Exception {
        Files.createSymbolicLink(repository.directory().resolve("out.thrift"), folder.resolve("secret.thrift"));
        Files.createSymbolicLink(repository.directory().resolve("shop/in.thrift"), Path.of("shop.thrift"));
        Files.writeString(folder.resolve("secret.thrift"), "struct Secret {}");

        assertThat(names(cache.files(url, repository.commit()))).containsExactly("shop/shop.thrift");
    }

    @Test
    void manyBuildsAtOnceGetTheSame() throws Exception {
        String commit = repository.commit();
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService builds = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> results = Stream.generate(() -> builds.submit(() -> {
                together.await();
                return cache.files(url, commit);
            })).limit(4).toList();
            for (Future<Path> result : results) {
                assertThat(names(result.get())).containsExactly("shop/shop.thrift");
            }
        } finally {
            builds.shutdownNow();
        }
        assertThat(names(cache.directory())).hasSize(1);
    }

    @Test
    void aRefIsResolvedAndRemembered() throws Exception {
        String first = repository.commit();
        repository.git("tag", "v1");
        repository.git("tag", "-a", "v2", "-m", "two");
        repository.git("branch", "old/main");

        assertThat(cache.resolve(url, "main", true)).isEqualTo(first);
        assertThat(cache.resolve(url, "v1", true)).isEqualTo(first);
        assertThat(cache.resolve(url, "v2", true)).as("an annotated tag").isEqualTo(first);
        assertThat(cache.resolve(url, "HEAD", true)).isEqualTo(first);
        assertThat(cache.resolve(url, "refs/heads/old/main", true)).isEqualTo(first);

        String second = repository.with("b.thrift", "").commit();
        assertThat(cache.resolve(url, "main", false)).as("as known").isEqualTo(first);
        assertThat(new GitCache(cache.directory(), MINUTE, true).resolve(url, "main", true)).isEqualTo(first);
        assertThat(cache.resolve(url, "main", true)).isEqualTo(second);
    }

    @Test
    void aRefThatIsNotThereOrAmbiguousIsTold() throws Exception {
        repository.commit();
        repository.git("tag", "main");

        assertThatThrownBy(() -> cache.resolve(url, "mian", true))
                .hasMessage(url + ": ref: mian (expected: a branch or tag of it)");
        assertThatThrownBy(() -> cache.resolve(url, "main", true))
                .hasMessage(url + ": ref: main (expected: one of refs/heads/main, refs/tags/main)");
        assertThatThrownBy(() -> new GitCache(cache.directory(), MINUTE, true).resolve(url, "v3", true)).hasMessage(
                url + ": the commit of v3 is not known, and quarkus.volo.codegen.git.offline=true");
    }

    @Test
    void aRepositoryThatIsNotThereIsToldWithoutThePassword() {
        GitUrl closed = new GitUrl("https://user:secret@localhost:1/acme/idl.git");

        assertThatThrownBy(() -> cache.resolve(closed, "main", true))
                .hasMessageStartingWith("https://localhost:1/acme/idl.git: cannot be asked for main (in ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aRepositoryThatDoesNotAnswerInTimeIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            GitUrl nobody = new GitUrl("http://127.0.0.1:" + silent.getLocalPort() + "/acme/idl.git");

            assertThatThrownBy(
                    () -> new GitCache(cache.directory(), Duration.ofMillis(300), false).resolve(nobody, "main", true))
                    .hasMessage(nobody + ": git ls-remote has not ended after 300 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://example.org/acme/idl.git", "https://user:pw@example.org:8443/idl",
            "ssh://git@example.org:22/acme/idl.git", "git@example.org:acme/idl.git", "git@example.org:/srv/idl.git",
            "example.org:acme/idl", "file:///srv/idl", "http://example.org/idl" })
    void theseAreAddresses(String text) {
        assertThat(GitUrl.isSafe(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "idl", "../idl", "/srv/idl", "C:\\idl", "-o", "--upload-pack=x", "ext::sh -c true",
            "fd::7", "user@ext::sh", "git://example.org/idl", "file://host/idl", "https://", "https:///idl", "https:/a/b",
            "ssh://-oProxyCommand=x/idl", "ssh://-x@host/idl", "-x@host:idl", "host:-x", "git@host:-x",
            "https://example.org/a b",
            "https://example.org/a\nb", "ftp://example.org/idl" })
    void theseAreNone(String text) {
        assertThat(GitUrl.isSafe(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "https://user:pw@example.org:8443/acme/idl.git, example.org/8443/acme/idl, acme/idl",
            "git@example.org:acme/idl.git, example.org/acme/idl, acme/idl", "file:///srv/../idl, srv/_/idl, _/idl",
            "ssh://git@example.org/idl, example.org/idl, ''" })
    void anAddressHasAFolderAndAnAlias(String text, String path, String alias) {
        assertThat(new GitUrl(text).folder()).isEqualTo(path);
        assertThat(new GitUrl(text).alias()).isEqualTo(alias);
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted().toList();
        }
    }
}
