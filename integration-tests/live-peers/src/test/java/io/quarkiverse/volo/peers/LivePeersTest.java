package io.quarkiverse.volo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.context.Address;
import io.quarkus.test.junit.QuarkusTest;

/** Each of three languages' clients calls each of their servers, over everything that Thrift is sent in. */
@QuarkusTest
class LivePeersTest {

    private static final Table TABLE = new Table();
    private static Servers servers;

    @Inject
    VoloClients clients;

    @Inject
    OwnServer own;

    @AfterAll
    static void endServersAndShowTable() throws IOException {
        if (servers != null) {
            servers.close();
        }
        Files.writeString(Files.createDirectories(Path.of("target", "live-peers")).resolve("table.txt"), TABLE.toString());
    }

    static List<Cell> cells() {
        return Cell.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCheckPassesSaveKnownGaps(Cell cell) {
        judge(cell, call(cell, clients, servers().port(cell)));
    }

    private Servers servers() {
        if (servers == null) {
            servers = new Servers(own.port());
        }
        return servers;
    }

    /** Has the cell's client run its checks against the server on the port. */
    static List<Outcome> call(Cell cell, VoloClients clients, int port) {
        if (cell.client() != Language.JAVA) {
            return PeerProcess.client(cell, port);
        }
        String name = cell.wire().muxClient() ? "mux" : cell.wire().transport();
        return new JavaClient(clients, name, Address.of("127.0.0.1", port), cell.wire().muxClient()).run();
    }

    private static void judge(Cell cell, List<Outcome> outcomes) {
        Map<String, Gap> known = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            List<Gap> gaps = Gap.of(cell, outcome.check());
            if (outcome.passed()) {
                gaps.stream().filter(gap -> !gap.byChance()).forEach(
                        gap -> problems
                                .add(outcome.check() + ": passes (expected, as it is in Gap." + gap.name() + ": fails)"));
            } else if (gaps.isEmpty()) {
                problems.add(outcome.check() + ": " + outcome.problem());
            } else {
                known.put(outcome.check(), gaps.get(0));
            }
        }
        int passed = (int) outcomes.stream().filter(Outcome::passed).count();
        TABLE.ran(cell, passed, outcomes.size(), known, problems.isEmpty());
        assertThat(problems).as(cell.toString()).isEmpty();
        assertThat(outcomes).as("%s: number of checks", cell)
                .hasSize(cell.wire().muxClient() ? JavaClient.CHECKS + 1 : JavaClient.CHECKS);
    }
}
