package io.quarkiverse.volo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.VoloClients;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Our server sends business errors in Volo's form, as exceptions; {@link LivePeersTest} has it send them in Kitex'. */
@QuarkusTest
@TestProfile(LiveBusinessErrorsTest.AsExceptions.class)
class LiveBusinessErrorsTest {

    @Inject
    VoloClients clients;

    @Inject
    OwnServer own;

    /** Says so in the configuration. */
    public static final class AsExceptions implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.volo.server.biz-error", "exception");
        }
    }

    static List<Cell> cells() {
        return Cell.all().stream().filter(cell -> cell.server() == Language.JAVA && cell.wire().hasHeader())
                .filter(cell -> !cell.wire().muxClient()).toList();
    }

    /** Kitex' client reads the exception before the header. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void allButKitexKnowVolosForm(Cell cell) {
        List<Outcome> business = LivePeersTest.call(cell, clients, own.port()).stream()
                .filter(outcome -> outcome.check().startsWith("business")).toList();

        assertThat(business).hasSize(2);
        if (cell.client() == Language.GO) {
            assertThat(business.get(0).problem()).startsWith("expected a business error, came remote or network error[remote]")
                    .contains("404").contains("no such thing");
        } else {
            assertThat(business).allMatch(Outcome::passed);
        }
    }
}
