package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkus.test.ContinuousTestingTestUtils;
import io.quarkus.test.ContinuousTestingTestUtils.TestStatus;
import io.quarkus.test.QuarkusDevModeTest;

/** The application's tests run beside it, in one JVM, and neither is in the other's way. */
class ContinuousTestingTest {

    private static final int PORT = DevApplication.freePort();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevApplication
            .serving(WhereBean.class, ContinuousTestingTestUtils.appProperties("quarkus.volo.server.port=" + PORT,
                    "%test.quarkus.volo.clients.hello.timeout=30s"))
            .withTestArchive(jar -> jar.addClass(WhereET.class));

    private final ContinuousTestingTestUtils runs = new ContinuousTestingTestUtils();

    @Test
    void testsHaveAListenerOfTheirOwnWhileDevModeGoesOnServing() throws IOException {
        try (RawConnection connection = new RawConnection(PORT)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> Integer.getInteger("volo.test.port") != null);
            int testPort = Integer.getInteger("volo.test.port");
            assertThat(testPort).isNotEqualTo(PORT);
            try (RawConnection test = new RawConnection(testPort)) {
                assertThat(test.call("hello", "Ada")).isEqualTo("Hello Ada in TEST");
                assertThat(connection.call("hello", "Ada")).as("during the run").isEqualTo("Hello Ada in DEVELOPMENT");
            }
            System.setProperty("volo.test.looked-at", "true");

            assertThat(passed(runs.waitForNextCompletion())).isTrue();
            assertThat(connection.call("hello", "Ada")).as("after the run").isEqualTo("Hello Ada in DEVELOPMENT");

            APPLICATION.modifyTestSourceFile(WhereET.class, source -> source.replace("\"Eve\"", "\"Sue\""));
            assertThat(passed(runs.waitForNextCompletion())).as("an edited test that expects what is wrong").isFalse();
            assertThat(connection.call("hello", "Ada")).as("after the next run").isEqualTo("Hello Ada in DEVELOPMENT");
            assertThat(Integer.getInteger("volo.test.starts-DEVELOPMENT")).as("starts in dev mode").isEqualTo(1);

            APPLICATION.modifySourceFile(WhereBean.class, source -> source.replace("request.name()", "\"Eve\""));
            assertThat(passed(runs.waitForNextCompletion())).as("the edited service does what the test expects").isTrue();
            assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Eve in DEVELOPMENT");
        }
    }

    private static boolean passed(TestStatus run) {
        assertThat(run.getTestsRun()).as("tests that ran").isEqualTo(1);
        return run.getTestsFailed() == 0;
    }
}
