package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where generated Java goes: namespace java, else namespace *, else the name of the file. */
class JavaPackageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
            "namespace java org.acme, users, org/acme",
            "namespace java org.acme namespace * acme, users, org/acme",
            "namespace * acme namespace java org.acme, users, org/acme",
            "namespace * acme.all, users, acme/all",
            "namespace go acme, users, users",
            "'', users, users",
            "'', my-users.v2, my_users/v2",
            "'', class, class_",
            "'', 2fast, _2fast",
            "namespace java org.acme.new, users, org/acme/new_" })
    void isSaidByTheNamespaceOrTheFile(String namespaces, String file, String expected) throws Exception {
        IdlFolder idl = new IdlFolder(folder).with("deep/" + file + ".thrift", namespaces + "\nstruct User {}");
        idl.compile();

        assertThat(idl.sources().keySet()).contains(expected + "/User.java")
                .allSatisfy(path -> assertThat(Path.of(path).getParent()).isEqualTo(Path.of(expected)));
    }
}
