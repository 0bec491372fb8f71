package org.acme.calls;

import static org.acme.calls.GreeterTest.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;

import org.acme.front.Front;
import org.acme.greet.Facts;
import org.acme.greet.Inspector;
import org.junit.jupiter.api.Test;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkus.test.junit.QuarkusTest;

/** What travels beside the messages, also from a call of one protocol to the call of another that it leads to. */
@QuarkusTest
class CallFactsTest {

    private static final CallOptions A_MINUTE = CallOptions.DEFAULT.withTimeout(Duration.ofMinutes(1));

    @VoloClient
    Inspector.BlockingClient inspector;

    @VoloClient
    Front.BlockingClient front;

    @Test
    void aPlainMethodRunsOnAWorkerWithTheTimeThatItsCallerGaveIt() {
        Facts facts = inspector.with(A_MINUTE).inspect(name(""));

        assertThat(facts.getThread()).contains("executor-thread");
        assertThat(facts.getKind()).isEqualTo("UNARY");
        assertThat(facts.getTimeLeft()).isBetween(30_001L, 60_000L);
    }

    @Test
    void theTimeAndTheMetainfoOfAThriftCallGoOnByGrpc() {
        Metainfo metainfo = Metainfo.create();
        metainfo.setPersistent("REQUEST_ID", "r-1");

        String[] facts = front.with(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(20)).withMetainfo(metainfo))
                .throughGrpc("").split(" ", -1);

        // The client's own would be 30 seconds.
        assertThat(Long.parseLong(facts[0])).isBetween(1L, 20_000L);
        assertThat(facts[1]).isEqualTo("r-1");
    }

    @Test
    void aStatusArrivesAsItIs() {
        assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> inspector.fail(name("status")))
                .satisfies(failure -> {
                    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
                    assertThat(failure.getStatus().getDescription()).isEqualTo("no such thing");
                });
    }

    @Test
    void aBusinessErrorArrivesAsOne() {
        assertThatExceptionOfType(BizException.class).isThrownBy(() -> inspector.fail(name("business")))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(4711);
                    assertThat(failure).hasMessageContaining("too late");
                });
    }
}
