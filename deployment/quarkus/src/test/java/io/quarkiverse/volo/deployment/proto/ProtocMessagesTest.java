package io.quarkiverse.volo.deployment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;

class ProtocMessagesTest {

    private final Diagnostics diagnostics = new Diagnostics();
    private final ProtocMessages messages = new ProtocMessages(file -> file.replace("/project/", ""),
            diagnostics);

    @Test
    void readsErrorsAndWarningsWithTheirPlaces() {
        messages.read("""
                b/user.proto:7:3: "Nope" is not defined.
                a.proto:2:1: warning: Import b.proto is unused.
                missing.proto: File not found.
                c.proto:1:1: Import "missing.proto" was not found or had errors.
                --java_out: outer.proto: Cannot generate Java output: the outer class is named as a type.
                /project/b/user.proto:7:3: "Nope" is not defined.
                """);

        assertThat(diagnostics.errors()).map(Object::toString).containsExactly(
                "b/user.proto:7:3: \"Nope\" is not defined.",
                "c.proto:1:1: Import \"missing.proto\" was not found or had errors.",
                "outer.proto:1:1: Cannot generate Java output: the outer class is named as a type.");
        assertThat(diagnostics.warnings()).map(Object::toString)
                .containsExactly("a.proto:2:1: Import b.proto is unused.");
        assertThat(messages.others()).isEmpty();
    }

    @Test
    void keepsWhatIsAboutNoFile() {
        messages.read("Unknown flag: --nope\n\nSee help.\n");

        assertThat(diagnostics.hasErrors()).isFalse();
        assertThat(messages.others()).isEqualTo("Unknown flag: --nope; See help.");
    }
}
