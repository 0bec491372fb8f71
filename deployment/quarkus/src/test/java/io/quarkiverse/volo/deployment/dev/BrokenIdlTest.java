package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.test.QuarkusDevModeTest;

/** An IDL file that does not compile is what every call is answered with, until it is mended or gone. */
class BrokenIdlTest {

    private static final int PORT = DevApplication.freePort();

    private static final String POINT = """
            namespace java org.acme.point

            struct Point {
                1: required i32 x
                2: required i32 y
            }
            """;

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevApplication.serving(HelloBean.class, "quarkus.volo.server.port=" + PORT);

    @Test
    void everyCallIsAnsweredWithAllErrorsUntilTheFileIsMended() throws IOException {
        try (RawConnection old = new RawConnection(PORT)) {
            assertThat(old.call("hello", "Ada")).isEqualTo("Hello Ada");
            Path file = DevApplication.addIdl("point.thrift", POINT.replace("i32", "i33"));

            String answer = old.call("hello", "Ada");
            assertThat(answer).startsWith("error: ")
                    .contains("point.thrift:4:17: unknown type 'i33'", "point.thrift:5:17: unknown type 'i33'");
            try (RawConnection fresh = new RawConnection(PORT)) {
                for (String method : new String[] { "hello", "unknown", "hello" }) {
                    assertThat(old.call(method, "Ada")).as(method + " on the old connection").isEqualTo(answer);
                    assertThat(fresh.call(method, "Ada")).as(method + " on a new connection").isEqualTo(answer);
                }

                Files.writeString(file, POINT.replaceFirst("i32", "i33"));
                assertThat(old.call("hello", "Ada")).contains("point.thrift:4:17").doesNotContain("point.thrift:5:17");

                Files.writeString(file, POINT);
                assertThat(old.call("hello", "Ada")).isEqualTo("Hello Ada");
                assertThat(fresh.call("hello", "Ada")).isEqualTo("Hello Ada");
            }
        }
    }

    /** An HTTP endpoint that calls its own application's service is such a case: it is HTTP that looks for changes. */
    @Test
    void ownCallsAreAnsweredWithTheErrorsThatAnotherFoundUntilTheFileIsDeleted() throws Exception {
        APPLICATION.modifySourceFile(HelloBean.class, source -> source + SelfCaller.SOURCE);
        DevConsoleManager.getHotReplacementContext().doScan(true);
        SelfCaller.awaitAnswer("Hello me");

        Path file = DevApplication.addIdl("point.thrift", POINT.replace("i32", "i33"));
        DevConsoleManager.getHotReplacementContext().doScan(true);
        SelfCaller.awaitAnswer("point.thrift:4:17: unknown type 'i33'");

        Files.delete(file);
        DevConsoleManager.getHotReplacementContext().doScan(true);
        SelfCaller.awaitAnswer("Hello me");
        try (RawConnection connection = new RawConnection(PORT)) {
            assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
        }
    }
}
