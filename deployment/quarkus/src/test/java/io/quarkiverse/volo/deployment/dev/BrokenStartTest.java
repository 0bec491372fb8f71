package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.test.QuarkusDevModeTest;

/** Dev mode that is started with a broken IDL file. */
class BrokenStartTest {

    private static final int PORT = DevApplication.freePort();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevApplication
            .serving(HelloBean.class, "quarkus.volo.server.port=" + PORT, "quarkus.volo.codegen.thrift-directory=broken-thrift")
            .setCodeGenSources("broken-thrift")
            .setAllowFailedStart(true)
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.SEVERE.intValue());

    @Test
    void failsWithAllErrorsAndStartsWhenTheFileIsMended() throws Exception {
        assertThat(APPLICATION.getLogRecords()).extracting(LogRecord::getThrown).singleElement().satisfies(
                failure -> assertThat(failure).rootCause()
                        .hasMessageContaining("broken.thrift:5:17: unknown type 'strin'")
                        .hasMessageContaining("broken.thrift:6:"));

        APPLICATION.modifyFile("broken-thrift/broken.thrift",
                idl -> idl.replace("strin text", "string text").replace("2: required string text", "2: required string more"));
        DevConsoleManager.getHotReplacementContext().doScan(true);
        try (RawConnection connection = new RawConnection(PORT)) {
            assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
        }
    }
}
