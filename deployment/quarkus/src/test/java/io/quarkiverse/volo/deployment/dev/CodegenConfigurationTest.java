package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkus.test.QuarkusDevModeTest;

/** How IDL files are compiled is configuration like any other: an edit of it shows in the next call. */
class CodegenConfigurationTest {

    private static final int PORT = DevApplication.freePort();
    private static final String CONFIGURED = "quarkus.volo.server.port=" + PORT;

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevApplication.serving(HelloBean.class, CONFIGURED);

    private RawConnection connection;
    private Path file;

    @BeforeEach
    void connect() throws IOException {
        connection = new RawConnection(PORT);
        assertTheServiceAnswers();
    }

    @AfterEach
    void disconnect() throws IOException {
        Files.deleteIfExists(file);
        connection.close();
    }

    @Test
    void theNextCallIsServedWhenTheCompilerIsTurnedOff() throws IOException {
        addBrokenIdl();

        configure("quarkus.volo.codegen.skip=true");
        assertTheServiceAnswers();

        configure("quarkus.volo.codegen.skip=false");
        assertTheBrokenIdlIsTheAnswer();
    }

    @Test
    void theNextCallIsAnsweredByTheRulesThatHoldNow() throws IOException {
        file = DevApplication.addIdl("point.thrift", "namespace java org.acme.point\nstruct Point { 1: required i32 x };\n");
        assertTheServiceAnswers();

        configure("quarkus.volo.codegen.strict=apache");
        assertThat(connection.call("hello", "Ada")).contains("refused by Apache Thrift");

        configure("quarkus.volo.codegen.strict=off");
        assertTheServiceAnswers();
    }

    @Test
    void theNextCallIsServedWhenTheBrokenFilesAreNotLookedAtAnyMore() throws IOException {
        addBrokenIdl();

        configure("quarkus.volo.codegen.thrift-directory=elsewhere");
        assertTheServiceAnswers();
    }

    private void addBrokenIdl() throws IOException {
        file = DevApplication.addIdl("point.thrift", "struct Point { 1: required i33 x }\n");
        assertTheBrokenIdlIsTheAnswer();
    }

    private void assertTheBrokenIdlIsTheAnswer() throws IOException {
        assertThat(connection.call("hello", "Ada")).contains("point.thrift:1:28: unknown type 'i33'");
    }

    private void assertTheServiceAnswers() throws IOException {
        assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
    }

    private static void configure(String line) {
        APPLICATION.modifyResourceFile("application.properties", before -> CONFIGURED + "\n" + line + "\n");
    }
}
