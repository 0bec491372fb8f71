package org.acme.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** A page of another origin calls by gRPC-Web from a real browser, headless Chromium; skipped where that is not installed. */
@QuarkusTest
@TestProfile(BrowserTest.Web.class)
class BrowserTest {

    private static final RuntimeKey<Integer> PORT = RuntimeKey.intKey("quarkus.volo.server.test-port");

    @Inject
    ValueRegistry values;

    @TempDir
    Path profile;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private HttpServer pages;

    /** All pages may call; the test's own page has a port that is not known before. */
    public static final class Web implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.volo.server.grpc.web.enabled", "true",
                    "quarkus.volo.server.grpc.web.cors.origins", "*");
        }
    }

    @BeforeEach
    void servePage() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/page", exchange -> answer(exchange, resource("page.html")));
        pages.createContext("/told", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, new byte[0]);
        });
        pages.start();
    }

    @AfterEach
    void closePage() {
        pages.stop(0);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aPageCallsInBinaryAndTextAndReadsAStream() throws Exception {
        Process browser = chromium("http://127.0.0.1:" + pages.getAddress().getPort() + "/page?port=" + values.get(PORT));
        try {
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("""
                    binary: Hello Ada, grpc-status: 0
                    text: Hello Ben, grpc-status: 0
                    stream: 3 4 5, grpc-status: 0
                    unknown: grpc-status: 12
                    headers: grpc-web
                    """);
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process chromium(String url) {
        try {
            return new ProcessBuilder("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--no-first-run", "--disable-background-networking", "--user-data-dir=" + profile, url)
                    .redirectErrorStream(true).redirectOutput(profile.resolve("chromium.log").toFile()).start();
        } catch (IOException notInstalled) {
            assumeTrue(false, "chromium is not installed: " + notInstalled.getMessage());
            throw new AssertionError(notInstalled);
        }
    }
}
