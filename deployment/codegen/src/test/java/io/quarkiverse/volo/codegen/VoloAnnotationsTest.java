package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An annotation of ours that does nothing is told of: one might rely on it. */
class VoloAnnotationsTest {

    @TempDir
    Path folder;

    @Test
    void warnsOfAnnotationsThatAreMisspelt() throws Exception {
        assertThat(warnings("struct A { 1: string a (volo.sensitiv) } (volo.nothing, other.sensitiv)")).containsExactly(
                "a.thrift:1:8: unknown annotation volo.nothing (expected: volo.java_type, volo.keep_unknown_fields, volo.name, "
                        + "volo.presence, volo.sensitive)\n  in struct A",
                "a.thrift:1:12: unknown annotation volo.sensitiv; did you mean 'volo.sensitive'? (expected: volo.java_type, "
                        + "volo.keep_unknown_fields, volo.name, volo.presence, volo.sensitive)\n  in struct A");
    }

    @Test
    void warnsAsLongAsTheCauseIsThere() throws Exception {
        String idl = "struct A { 1: string a (volo.sensitiv) }";

        assertThat(warnings(idl)).hasSize(1);
        assertThat(warnings(idl)).hasSize(1);
    }

    @Test
    void warnsOfAnnotationsInPlacesWhereTheyMeanNothing() throws Exception {
        assertThat(warnings("""
                namespace java org.acme (volo.name = "x")
                typedef string Secret (volo.sensitive)
                struct A { 1: list<string (volo.name = "Text")> a } (volo.sensitive)
                exception E {}
                service S { Secret m() throws (1: E e (volo.name = "f")) (volo.java_type = "long[]") }
                """)).containsExactly(
                "a.thrift:1:1: volo.name means nothing at a namespace " + NAMES + "\n  in namespace java",
                "a.thrift:2:16: volo.sensitive means nothing at a typedef " + SECRETS + "\n  in typedef Secret",
                "a.thrift:3:8: volo.sensitive means nothing at a struct " + SECRETS + "\n  in struct A",
                "a.thrift:3:12: volo.name means nothing at a type " + NAMES + "\n  in struct A",
                "a.thrift:5:20: volo.java_type means nothing at a method (expected: at a field, a member of a union, "
                        + "an argument, a typedef, a type)\n  in method S.m",
                "a.thrift:5:32: volo.name means nothing at an exception that a method throws " + NAMES + "\n  in method S.m");
    }

    @Test
    void warnsOfExplicitPresenceOfWhatIsAlwaysThere() throws Exception {
        assertThat(warnings("struct A { 1: required i32 a (volo.presence = 'explicit') }")).containsExactly(
                "a.thrift:1:12: 'a' is required, so it is never absent (expected: no volo.presence)\n  in struct A");
    }

    private static final String SECRETS = "(expected: at a field, a member of a union, an argument)";
    private static final String NAMES = "(expected: at a struct, an exception, a union, an enum, a service, a field, "
            + "a member of a union, a member of an enum, a method, an argument, a constant)";

    private Iterable<String> warnings(String idl) throws Exception {
        return new IdlFolder(folder).with("a.thrift", idl).compile().warnings().stream().map(Object::toString).toList();
    }
}
