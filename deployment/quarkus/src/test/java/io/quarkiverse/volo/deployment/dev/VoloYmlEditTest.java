package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkus.test.QuarkusDevModeTest;

/** An edit of {@code volo.yml} shows in the next call, as an edit of an IDL file does. */
class VoloYmlEditTest {

    private static final int PORT = DevApplication.freePort();

    private static final String YML = """
            entries:
              default:
                protocol: thrift
                services:
                  - idl:
                      source: local
                      path: idl/point.thrift
                touch_all: true
            """;

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevApplication.serving(HelloBean.class, "quarkus.volo.server.port=" + PORT);

    @Test
    void everyCallIsAnsweredWithTheErrorsUntilTheyAreMendedAndThenWithWhatItAsksFor() throws IOException {
        Path project = DevApplication.project();
        Path idl = Files.createDirectories(project.resolve("idl")).resolve("point.thrift");
        Files.writeString(idl, "namespace java org.acme.point\nstruct Point { 1: required i33 x }\n");
        try (RawConnection connection = new RawConnection(PORT)) {
            assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");

            Files.writeString(project.resolve("volo.yml"), YML.replace("protocol", "protokol"));
            assertThat(connection.call("hello", "Ada")).startsWith("error: ")
                    .contains("volo.yml:3:5: unknown key 'protokol'; did you mean 'protocol'?");

            Files.writeString(project.resolve("volo.yml"), YML);
            assertThat(connection.call("hello", "Ada")).contains("idl/point.thrift:2:28: unknown type 'i33'")
                    .doesNotContain("volo.yml");

            Files.writeString(idl, "namespace java org.acme.point\nstruct Point { 1: required i32 x }\n");
            APPLICATION.modifySourceFile(HelloBean.class,
                    source -> source.replace("\"Hello \"", "new org.acme.point.Point(7).x() + \" \""));
            assertThat(connection.call("hello", "Ada")).isEqualTo("7 Ada");
        }
    }
}
