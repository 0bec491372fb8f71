package io.quarkiverse.volo.deployment.voloyml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Entry;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Repo;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Service;

class VoloYmlReaderTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static final String RIGHT = """
            entries:
              default:
                filename: volo_gen.rs
                protocol: thrift
                repos:
                  idl:
                    url: git@example.org:acme/idl.git
                    ref: main
                    lock: 0123456789abcdef0123456789abcdef01234567
                services:
                  - idl:
                      source: git
                      repo: idl
                      path: /shop/shop.thrift
                      includes: [shop]
                    codegen_option:
                      touch: [Order]
                  - idl:
                      source: local
                      path: ../idl/own.thrift
                touch_all: false
                dedups: [Base]
            """;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void readsWhatVoloWrites() {
        VoloYml yml = read(RIGHT);

        assertThat(diagnostics.errors()).isEmpty();
        assertThat(diagnostics.warnings()).isEmpty();
        Entry entry = yml.entries().get(0);
        assertThat(entry.name()).isEqualTo("default");
        assertThat(entry.touchAll()).isFalse();
        assertThat(entry.dedups()).isEqualTo(Set.of("Base"));
        Service git = entry.services().get(0);
        Repo repo = Objects.requireNonNull(git.repo());
        assertThat(repo.url().text()).isEqualTo("git@example.org:acme/idl.git");
        assertThat(repo.ref()).isEqualTo("main");
        assertThat(repo.lock()).isEqualTo(COMMIT);
        assertThat(repo.place()).hasToString("volo.yml:6:7");
        assertThat(git.path().value()).isEqualTo("/shop/shop.thrift");
        assertThat(git.includes()).extracting(VoloYml.Text::value).containsExactly("shop");
        assertThat(git.options().touched()).singleElement().satisfies(touch -> {
            assertThat(touch.name()).isEqualTo("Order");
            assertThat(touch.place()).hasToString("volo.yml:17:19");
        });
        assertThat(entry.services().get(1).repo()).isNull();
    }

    @Test
    void anEmptyFileHasNoEntries() {
        assertThat(read("").entries()).isEmpty();
        assertThat(read("# nothing\n").entries()).isEmpty();
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    /** A line of a file that is right is replaced; the message has its place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entries:                 | entrys:                    | volo.yml:1:1: unknown key 'entrys'; did you mean 'entries'?
            entries:                 | entrys:                    | volo.yml:1:1: 'entries' is missing (expected: entries by name, such as 'default')
            entries:                 | services:                  | volo.yml:1:1: services: this is how volo.workspace.yml begins, for crates of Rust (expected: entries)
            filename: volo_gen.rs    | filename: [a]              | volo.yml:3:15: filename: a list (expected: the name of a Rust file)
            filename: volo_gen.rs    | file_name: a.rs            | volo.yml:3:5: unknown key 'file_name'; did you mean 'filename'?
            filename: volo_gen.rs    | protocol: thrift           | volo.yml:4:5: key 'protocol' is already used (volo.yml:3:5)
            filename: volo_gen.rs    | '<<: {filename: a}'        | volo.yml:3:5: unknown key '<<'
            filename: volo_gen.rs    | nonstandard_snake_case: true | volo.yml:3:5: nonstandard_snake_case: this is the format of older versions of Volo (expected: services; 'volo migrate' of volo-cli rewrites the file)
            filename: volo_gen.rs    | idls: []                   | volo.yml:3:5: idls: this is the format of older versions of Volo (expected: services; 'volo migrate' of volo-cli rewrites the file)
            protocol: thrift         | protocol: thrft            | volo.yml:4:15: protocol: thrft (expected: thrift or protobuf)
            protocol: thrift         | dedups: []                 | volo.yml:2:3: 'protocol' is missing (expected: thrift or protobuf)
            protocol: thrift         | protocol:                  | volo.yml:4:14: protocol: nothing (expected: thrift or protobuf)
            url: git@example.org:acme/idl.git | url: ext::sh -c true | volo.yml:7:14: url: ext::sh -c true (expected: https://host/path, ssh://host/path, user@host:path or file:///path)
            url: git@example.org:acme/idl.git | url: --upload-pack=touch | volo.yml:7:14: url: --upload-pack=touch (expected: https://host/path, ssh://host/path, user@host:path or file:///path)
            ref: main                | ref: --all                 | volo.yml:8:14: ref: --all (expected: a branch or tag)
            ref: main                | ref: a..b                  | volo.yml:8:14: ref: a..b (expected: a branch or tag)
            ref: main                | ref: !!java.net.URL [x]    | volo.yml:8:14: no YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL
            ref: main                | ref: !mine main            | volo.yml:8:14: ref: a value with the tag !mine (expected: a branch or tag)
            ref: main                | branch: main               | volo.yml:8:9: unknown key 'branch'
            lock: 0123456789abcdef0123456789abcdef01234567 | lock: main | volo.yml:9:15: lock: main (expected: the 40 digits of a commit)
            source: git              | source: hg                 | volo.yml:12:19: source: hg (expected: local or git)
            repo: idl                | repo: idle                 | volo.yml:13:17: repo: 'idle' is not in 'repos' of this entry; did you mean 'idl'?
            repo: idl                | includes: []               | volo.yml:12:11: 'repo' is missing (expected: the name of a repository in 'repos')
            path: /shop/shop.thrift  | path: shop.proto           | volo.yml:14:17: path: shop.proto (expected: the path of a .thrift file, as the protocol is thrift)
            includes: [shop]         | includes: shop             | volo.yml:15:21: includes: shop (expected: a list, each the path of a folder)
            includes: [shop]         | includes: [[shop]]         | volo.yml:15:22: includes: a list (expected: the path of a folder)
            codegen_option:          | codegen_options:           | volo.yml:16:9: unknown key 'codegen_options'; did you mean 'codegen_option'?
            touch: [Order]           | touchs: [Order]            | volo.yml:17:11: unknown key 'touchs'; did you mean 'touch'?
            source: local            | repo: idl                  | volo.yml:19:11: 'source' is missing (expected: local or git)
            path: ../idl/own.thrift  | pth: own.thrift            | volo.yml:20:11: unknown key 'pth'; did you mean 'path'?
            touch_all: false         | touch_all: yes             | volo.yml:21:16: touch_all: yes (expected: true or false)
            dedups: [Base]           | dedups: [~]                | volo.yml:22:14: dedups: nothing (expected: the name of a definition)
            dedups: [Base]           | dedups: [Base              | volo.yml:23:1: no YAML: expected ',' or ']', but got <stream end>
            """)
    void tellsWhatIsWrongAndWhere(String line, String instead, String message) {
        assertThat(RIGHT).contains(line);

        read(RIGHT.replaceFirst("(?m)" + Pattern.quote(line) + "$",
                Matcher.quoteReplacement(instead)));

        assertThat(errors()).contains(message);
    }

    @Test
    void tellsEverythingAtOnce() {
        read(RIGHT.replace("lock: 0", "lock: x").replace("source: local", "source: far").replace("touch_all: false", "a: b"));

        assertThat(errors()).containsExactly(
                "volo.yml:9:15: lock: x123456789abcdef0123456789abcdef01234567 (expected: the 40 digits of a commit)",
                "volo.yml:19:19: source: far (expected: local or git)", "volo.yml:21:5: unknown key 'a'");
    }

    @Test
    void twoEntriesWriteToTwoFiles() {
        read(RIGHT + RIGHT.replace("entries:\n", "").replace("default:", "second:"));

        assertThat(errors()).containsExactly(
                "volo.yml:24:15: filename: entry 'second' has the same as another one (volo.yml:3:15)");
    }

    @Test
    void httpNeedsALock() {
        String http = RIGHT.replace("git@example.org:", "http://example.org/");
        read(http);
        assertThat(errors()).isEmpty();

        read(http.replaceFirst(" *lock: .*\n", ""));
        assertThat(errors()).containsExactly("volo.yml:7:14: url: http://example.org/acme/idl.git without a lock (expected: "
                + "https, as anybody on the way may change what comes by http, or a lock)");
    }

    @Test
    void theLockMayBeMissingAndTheRefToo() {
        Repo repo = Objects.requireNonNull(
                read(RIGHT.replaceFirst(" *ref: .*\n *lock: .*\n", "")).entries().get(0).services().get(0).repo());

        assertThat(errors()).isEmpty();
        assertThat(repo.ref()).isEqualTo("HEAD");
        assertThat(repo.lock()).isNull();
    }

    @Test
    void flagsThatMeanNothingInJavaAreNamed() {
        read(RIGHT.replace("touch: [Order]",
                "crate_name: shop\n          config: {no_service: true, x: 1}")
                + "    special_namings: [ID]\n    with_field_mask: true\n    with_descriptor: true\n"
                + "    with_comments: true\n    split_generated_files: true\n");

        assertThat(errors()).isEmpty();
        assertThat(diagnostics.warnings()).extracting(Diagnostic::toString).containsExactly(
                "volo.yml:17:11: crate_name: does nothing in Java: 'namespace java' of the IDL says the package",
                "volo.yml:18:38: config.x: does nothing in Java: it is for plugins of volo-build",
                "volo.yml:24:5: special_namings: does nothing in Java: names keep the case of words as the IDL has it, except "
                        + "that fields and methods begin in lower case",
                "volo.yml:25:5: with_field_mask: does nothing in Java: generated types have no field masks");
    }

    @Test
    void servicesCanBeLeftOut() {
        Entry entry = read(RIGHT.replace("touch: [Order]", "config: {no_service: true}")).entries().get(0);

        assertThat(entry.services()).extracting(service -> service.options().noService()).containsExactly(true, false);
    }

    @Test
    void unknownFieldsCanBeKept() {
        Entry entry = read(RIGHT.replace("touch: [Order]", "keep_unknown_fields: true")).entries().get(0);

        assertThat(entry.services()).extracting(service -> service.options().keepUnknownFields())
                .containsExactly(true, false);
    }

    @Test
    void entriesOfProtobufArePassedOver() {
        VoloYml yml = read(RIGHT.replace("thrift", "protobuf").replace(".protobuf", ".proto"));

        assertThat(errors()).isEmpty();
        assertThat(yml.entries()).isEmpty();
        assertThat(diagnostics.warnings()).extracting(Diagnostic::toString).containsExactly(
                "volo.yml:4:5: entry 'default' is passed over: protobuf is not compiled yet, only thrift is");
    }

    @Test
    void aFileOfBombsIsRefused() {
        StringBuilder aliases = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 60; level++) {
            aliases.append("a").append(level).append(": &a").append(level).append(" [").append("*a").append(level - 1)
                    .append(", *a").append(level - 1).append("]\n");
        }
        read(aliases.toString());
        assertThat(errors()).hasSize(1).first().asString().startsWith("volo.yml:1:1: no YAML: Number of aliases");

        read("a: " + "[".repeat(10_000));
        assertThat(errors()).anyMatch(error -> error.contains("no YAML: Nesting Depth exceeded max 20"));
        read("a: " + "x".repeat(2_000_000));
        assertThat(errors()).anyMatch(error -> error.contains("exceeds the limit"));
    }

    @Test
    void anAliasMayStandForARepeatedValue() {
        VoloYml yml = read(RIGHT.replace("includes: [shop]", "includes: &folders [shop]")
                .replace("path: ../idl/own.thrift", "path: own.thrift\n          includes: *folders"));

        assertThat(errors()).isEmpty();
        assertThat(yml.entries().get(0).services().get(1).includes()).hasSize(1);
    }

    private VoloYml read(String text) {
        return VoloYmlReader.read("volo.yml", text, diagnostics);
    }

    private List<String> errors() {
        return diagnostics.errors().stream().map(Diagnostic::toString).toList();
    }
}
