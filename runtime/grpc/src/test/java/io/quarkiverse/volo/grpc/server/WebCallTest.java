package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.RawClient.message;
import static io.quarkiverse.volo.grpc.testing.TextsServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.StringValue;

import io.grpc.Metadata;
import io.grpc.Status;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.testing.RawClient;
import io.quarkiverse.volo.grpc.testing.RawClient.Frame;
import io.quarkiverse.volo.grpc.testing.TextsServer;
import io.quarkiverse.volo.grpc.testing.WebBody;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;

/** gRPC-Web over HTTP/1.1, by the JDK's client and by hand, and over HTTP/2 by hand. */
class WebCallTest extends WithTextsServer {

    private static final String WEB = "application/grpc-web+proto";
    private static final String WEB_TEXT = "application/grpc-web-text+proto";
    private static final String PAGE = "https://app.example.com";
    private static final String OK = "128 trailers grpc-status: 0|";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void speakWeb() {
        serve(GrpcServerOptions.DEFAULT.withMaxInboundSize(1_000).withWeb(WebOptions.DEFAULT.withOrigins(PAGE)));
        server.echo((context, request) -> Uni.createFrom().item(text("hello " + request.getValue())));
    }

    private HttpRequest.Builder request(String method, String contentType) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/test.v1.Texts/" + method))
                .timeout(Duration.ofSeconds(20)).header("content-type", contentType).header("x-grpc-web", "1");
    }

    private static byte[] body(String text) {
        return message(text(text).toByteArray());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> call(String method, byte[] body) throws Exception {
        return send(request(method, WEB).POST(BodyPublishers.ofByteArray(body)));
    }

    private static List<String> messages(HttpResponse<byte[]> response) throws IOException {
        return new WebBody(new ByteArrayInputStream(response.body())).all();
    }

    @Test
    void aBinaryCallIsAnsweredWithItsTrailersInTheBody() throws Exception {
        HttpResponse<byte[]> response = call("Echo", body("world"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains(WEB);
        assertThat(messages(response)).containsExactly("hello world", OK);
    }

    @Test
    void aTextCallIsAnsweredInText() throws Exception {
        for (String name : List.of("", "a", "ab", "abc", "Öffner")) {
            String body = Base64.getEncoder().encodeToString(body(name));
            HttpResponse<String> response = client.send(
                    request("Echo", WEB_TEXT).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());

            assertThat(response.headers().firstValue("content-type")).contains(WEB_TEXT);
            assertThat(new WebBody(new ByteArrayInputStream(WebBody.decoded(response.body()))).all())
                    .containsExactly("hello " + name, OK);
        }
    }

    @Test
    void theReplysFormIsThatWhichTheCallerAccepts() throws Exception {
        HttpResponse<byte[]> text = send(request("Echo", WEB).header("accept", WEB_TEXT)
                .POST(BodyPublishers.ofByteArray(body("a"))));
        assertThat(text.headers().firstValue("content-type")).contains(WEB_TEXT);

        HttpResponse<byte[]> binary = send(request("Echo", WEB_TEXT).header("accept", WEB)
                .POST(BodyPublishers.ofByteArray(Base64.getEncoder().encode(body("a")))));
        assertThat(messages(binary)).containsExactly("hello a", OK);
    }

    /** Each message is padded by itself, as a client may send it, and arrives in pieces. */
    @Test
    void textIsReadInPiecesAndWithPaddingWithin() throws Exception {
        byte[] body = body("pieces");
        String text = Base64.getEncoder().encodeToString(Arrays.copyOf(body, 4))
                + Base64.getEncoder().encodeToString(Arrays.copyOfRange(body, 4, body.length));
        try (Socket socket = connect()) {
            write(socket, head("Echo", WEB_TEXT, "content-length: " + text.length(), "connection: close"));
            for (char next : text.toCharArray()) {
                write(socket, String.valueOf(next));
            }
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aStreamIsReadWhileItIsSent() throws Exception {
        List<MultiEmitter<? super StringValue>> emitters = new CopyOnWriteArrayList<>();
        server.split((context, request) -> Uni.createFrom().item(Multi.createFrom().emitter(emitters::add)));
        HttpResponse<InputStream> response = client.sendAsync(
                request("Split", WEB).POST(BodyPublishers.ofByteArray(body("x"))).build(), BodyHandlers.ofInputStream()).get();
        WebBody body = new WebBody(response.body());

        emitters.get(0).emit(text("one"));
        assertThat(body.next()).isEqualTo("one");
        emitters.get(0).emit(text("two"));
        assertThat(body.next()).isEqualTo("two");
        emitters.get(0).fail(Status.ABORTED.withDescription("enough: ä").asRuntimeException());
        assertThat(body.next()).isEqualTo("128 trailers grpc-status: 10|grpc-message: enough: %C3%A4|");
    }

    @Test
    void metadataGoesBothWays() throws Exception {
        Metadata.Key<String> key = Metadata.Key.of("x-tenant", Metadata.ASCII_STRING_MARSHALLER);
        Metadata.Key<String> cost = Metadata.Key.of("x-cost", Metadata.ASCII_STRING_MARSHALLER);
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.echo((context, request) -> {
            GrpcMetadata.headers(context).put(key, "of " + GrpcMetadata.request(context).get(key));
            GrpcMetadata.trailers(context).put(cost, "3");
            return Uni.createFrom().item(request);
        });

        HttpResponse<byte[]> response = send(request("Echo", WEB).header("X-Tenant", "acme")
                .POST(BodyPublishers.ofByteArray(body("a"))));

        assertThat(response.headers().firstValue("x-tenant")).contains("of acme");
        assertThat(messages(response)).containsExactly("a", "128 trailers grpc-status: 0|x-cost: 3|");
    }

    @Test
    void failuresAreTrailers() throws Exception {
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.echo(
                (context, request) -> Uni.createFrom().failure(Status.DATA_LOSS.withDescription("gone").asRuntimeException()));

        assertThat(messages(call("Echo", body("a")))).containsExactly("128 trailers grpc-status: 15|grpc-message: gone|");
        assertThat(messages(call("Nope", body("a"))).get(0)).contains("grpc-status: 12|", "unknown method: 'Nope'");
    }

    @Test
    void aMethodWithAStreamOfRequestsIsRefused() throws Exception {
        server.join((context, requests) -> Uni.createFrom().item(text("never")));

        assertThat(messages(call("Join", body("a")))).singleElement().asString().endsWith("grpc-status: 12|grpc-message:"
                + " test.v1.Texts.Join: takes a stream of requests, which gRPC-Web has not (expected: gRPC)|");
    }

    @Test
    void aDeadlineIsKept() throws Exception {
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.echo((context, request) -> Uni.createFrom().nothing());

        assertThat(messages(send(request("Echo", WEB).header("grpc-timeout", "50m")
                .POST(BodyPublishers.ofByteArray(body("a"))))).get(0)).startsWith("128 trailers grpc-status: 4|");
    }

    @Test
    void aMessageThatIsTooLongIsRefusedBeforeItIsThere() throws Exception {
        try (Socket socket = connect()) {
            write(socket, head("Echo", WEB, "content-length: 1000000000"));
            socket.getOutputStream().write(new byte[] { 0, 0x3B, (byte) 0x9A, 0, 0, 1, 2, 3 });

            assertThat(answer(socket)).contains("grpc-status: 8", "message size: 999948288 bytes (expected: at most 1000)");
        }
    }

    @Test
    void whatIsNoMessageIsRefused() throws Exception {
        assertThat(messages(send(request("Echo", WEB_TEXT).header("accept", WEB).POST(BodyPublishers.ofString("AA*A")))))
                .containsExactly("128 trailers grpc-status: 13|grpc-message: body: the character 42 (expected: base64)|");
        assertThat(messages(send(request("Echo", WEB_TEXT).header("accept", WEB).POST(BodyPublishers.ofString("AAA"))))
                .get(0)).contains("ends within four characters of base64");
        assertThat(messages(call("Echo", new byte[] { 0, 0, 0, 0, 9, 1 })).get(0)).contains("grpc-status: 13|",
                "the stream ends in it");
        assertThat(messages(call("Echo", new byte[0])).get(0)).contains("grpc-status: 13|", "request: no message");
    }

    @Test
    void whatIsNoCallGetsHttpsNumberForIt() throws Exception {
        HttpResponse<byte[]> get = send(request("Echo", WEB).GET());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("allow")).contains("POST, OPTIONS");
        assertThat(get.body()).asString(StandardCharsets.UTF_8).isEqualTo("method: GET (expected: POST, by gRPC-Web)\n");

        HttpResponse<byte[]> json = send(request("Echo", "application/json").POST(BodyPublishers.ofString("{}")));
        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(json.body()).asString(StandardCharsets.UTF_8).isEqualTo(
                "content-type: 'application/json' (expected: application/grpc-web or application/grpc-web-text)\n");

        assertThat(raw("POST /test.v1.Texts/Echo HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 505 ");
        assertThat(raw("POST no sense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("POST / HTTP/1.1\r\nx: " + "a".repeat(9_000) + "\r\n\r\n")).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aPageThatIsNamedMayCallAndOthersMayNot() throws Exception {
        HttpRequest.Builder preflight = request("Echo", WEB).method("OPTIONS", BodyPublishers.noBody())
                .header("access-control-request-method", "POST").header("access-control-request-headers", "x-grpc-web");

        HttpResponse<byte[]> allowed = send(preflight.copy().header("origin", PAGE));
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().map()).containsEntry("access-control-allow-origin", List.of(PAGE))
                .containsEntry("access-control-allow-methods", List.of("POST"))
                .containsEntry("access-control-allow-headers", List.of("x-grpc-web"))
                .containsEntry("access-control-max-age", List.of("7200")).containsEntry("vary", List.of("origin"));
        HttpResponse<byte[]> refused = send(preflight.copy().header("origin", "https://evil.example.com"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().map()).doesNotContainKey("access-control-allow-origin");

        HttpRequest.Builder call = request("Echo", WEB).POST(BodyPublishers.ofByteArray(body("a")));
        HttpResponse<byte[]> answered = send(call.copy().header("origin", PAGE));
        assertThat(messages(answered)).containsExactly("hello a", OK);
        assertThat(answered.headers().map()).containsEntry("access-control-allow-origin", List.of(PAGE)).containsEntry(
                "access-control-expose-headers", List.of("grpc-status, grpc-message, grpc-status-details-bin, grpc-encoding"));
        assertThat(send(call.copy().header("origin", "https://evil.example.com")).statusCode()).isEqualTo(403);
        assertThat(send(call.copy().header("origin", "http://127.0.0.1:" + server.port())).statusCode())
                .as("its own page").isEqualTo(200);
        assertThat(send(request("Echo", WEB).method("OPTIONS", BodyPublishers.noBody())).statusCode()).isEqualTo(405);
    }

    @Test
    void allPagesMayCallIfConfigured() throws Exception {
        serve(GrpcServerOptions.DEFAULT.withWeb(new WebOptions(List.of("*"), List.of("x-one"), List.of("x-two"),
                Duration.ofSeconds(5), false, Duration.ofSeconds(30))));
        server.echo((context, request) -> Uni.createFrom().item(request));

        HttpResponse<byte[]> preflight = send(request("Echo", WEB).method("OPTIONS", BodyPublishers.noBody())
                .header("origin", PAGE).header("access-control-request-method", "POST"));
        assertThat(preflight.headers().map()).containsEntry("access-control-allow-origin", List.of("*"))
                .containsEntry("access-control-allow-headers", List.of("x-one"))
                .containsEntry("access-control-max-age", List.of("5"));
        HttpResponse<byte[]> answered = send(request("Echo", WEB).header("origin", PAGE)
                .POST(BodyPublishers.ofByteArray(body("a"))));
        assertThat(answered.headers().firstValue("access-control-expose-headers").orElseThrow()).endsWith(", x-two");
    }

    @Test
    void oneConnectionServesCallAfterCallAndABodyInChunks() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.echo((context, request) -> Uni.createFrom().item(text("call " + calls.incrementAndGet())));
        try (Socket socket = connect()) {
            for (int i = 1; i <= 3; i++) {
                write(socket, head("Echo", WEB, "transfer-encoding: chunked")
                        + "1\r\n\0\r\n5\r\n\0\0\0\3\n\r\n2\r\n\1a\r\n0\r\n\r\n");
                assertThat(part(socket, "\r\n0\r\n\r\n")).contains("HTTP/1.1 200 OK", "call " + i, "grpc-status: 0")
                        .doesNotContain("connection: close");
            }
        }
    }

    @Test
    void aRequestBeforeTheAnswerToTheLastIsNotServed() throws Exception {
        List<UniEmitter<? super StringValue>> waiting = new CopyOnWriteArrayList<>();
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.echo((context, request) -> Uni.createFrom().emitter(waiting::add));
        try (Socket socket = connect()) {
            String call = head("Echo", WEB, "content-length: 5") + "\0\0\0\0\0";
            write(socket, call + call);
            Await.until("one is served", () -> waiting.size() == 1);
            waiting.get(0).complete(text("first"));

            assertThat(answer(socket)).containsOnlyOnce("HTTP/1.1 200").contains("first");
            assertThat(waiting).hasSize(1);
        }
    }

    @Test
    void aClientThatVanishesCancelsItsCall() throws Exception {
        AtomicInteger cancelled = new AtomicInteger();
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.echo((context, request) -> Uni.createFrom().<StringValue> nothing().onCancellation()
                .invoke(cancelled::incrementAndGet));
        try (Socket socket = connect()) {
            write(socket, head("Echo", WEB, "content-length: 5") + "\0\0\0\0\0");
            Await.until("the call is under way", () -> underWay() == 1);
        }
        Await.until("the call is cancelled", () -> cancelled.get() == 1);
    }

    private int underWay() {
        return TextsServer.done(server.server().callsUnderWay());
    }

    @Test
    void aClientThatDoesNotReadHoldsTheProducer() throws Exception {
        AtomicInteger produced = new AtomicInteger();
        String page = "x".repeat(10_000);
        server.split((context, request) -> Uni.createFrom().item(Multi.createBy().repeating()
                .supplier(() -> {
                    produced.incrementAndGet();
                    return text(page);
                }).indefinitely()));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(10_000);
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            write(socket, head("Split", WEB, "content-length: 5") + "\0\0\0\0\0");
            AtomicInteger before = new AtomicInteger(-1);
            Await.until("nothing more is produced", () -> {
                int now = produced.get();
                return now > 0 && now == before.getAndSet(now) && underWay() == 1;
            });
            assertThat(produced.get()).isLessThan(2_000);
        }
    }

    @Test
    void aClientThatNeverReadsIsClosed() throws Exception {
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT).withLifetime(
                new LifetimeOptions(Duration.ofMillis(300), Duration.ofHours(1), LifetimeOptions.FOREVER)));
        AtomicInteger cancelled = new AtomicInteger();
        String page = "x".repeat(10_000);
        server.split((context, request) -> Uni.createFrom().item(Multi.createBy().repeating().supplier(() -> text(page))
                .indefinitely().onCancellation().invoke(cancelled::incrementAndGet)));
        try (Socket socket = connect()) {
            write(socket, head("Split", WEB, "content-length: 5") + "\0\0\0\0\0");
            Await.until("the call is cancelled", () -> cancelled.get() == 1);
        }
    }

    @Test
    void requestsWaitAtTheGate() throws Exception {
        List<Runnable> gate = new CopyOnWriteArrayList<>();
        AtomicInteger served = new AtomicInteger();
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.server().gate((peer, proceed) -> gate.add(proceed));
        server.echo((context, request) -> {
            served.incrementAndGet();
            return Uni.createFrom().item(request);
        });
        try (Socket socket = connect(); RawClient http2 = new RawClient(server.port())) {
            write(socket, head("Echo", WEB, "content-length: 5", "connection: close") + "\0\0\0\0\0");
            Await.until("one is at the gate", () -> gate.size() == 1);
            http2.headers(1, web(WEB), false).data(1, true, body("behind"));
            Await.until("both are", () -> gate.size() == 2);
            assertThat(served.get()).isZero();

            gate.forEach(Runnable::run);
            assertThat(answer(socket)).contains("grpc-status: 0");
            assertThat(reply(http2, WEB)).containsExactly("behind", OK);
        }
    }

    @Test
    void requestsThatDoNotArriveAreClosed() throws Exception {
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(200))));
        server.echo((context, request) -> Uni.createFrom().item(request));
        assertThat(raw("POST /te")).as("half a head").isEmpty();
        assertThat(raw(head("Echo", WEB, "content-length: 6") + "\0\0\0\0\0")).as("half a body").isEmpty();
        try (Socket socket = connect()) {
            write(socket, head("Echo", WEB, "content-length: 5") + "\0\0\0\0\0");
            part(socket, "\r\n0\r\n\r\n");
            write(socket, "POST /te");
            assertThat(answer(socket)).as("half a second head").isEmpty();
        }
    }

    @Test
    void anIdleConnectionIsClosedAndABusyOneIsNot() throws Exception {
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT).withLifetime(
                new LifetimeOptions(Duration.ofMillis(300), Duration.ofHours(1), LifetimeOptions.FOREVER)));
        server.echo((context, request) -> Uni.createFrom().item(request).onItem().delayIt().by(Duration.ofMillis(900)));
        try (Socket socket = connect()) {
            write(socket, head("Echo", WEB, "content-length: 5") + "\0\0\0\0\0");
            assertThat(answer(socket)).contains("grpc-status: 0").doesNotContain("connection: close");
        }
    }

    @Test
    void drainEndsWhatIsUnderWayAndThenTheConnection() throws Exception {
        List<UniEmitter<? super StringValue>> waiting = new CopyOnWriteArrayList<>();
        serve(GrpcServerOptions.DEFAULT.withWeb(WebOptions.DEFAULT));
        server.echo((context, request) -> Uni.createFrom().emitter(waiting::add));
        try (Socket busy = connect(); Socket idle = connect()) {
            write(idle, "OPTIONS * HTTP/1.1\r\n\r\n");
            part(idle, "\r\n0\r\n\r\n");
            write(busy, head("Echo", WEB, "content-length: 5") + "\0\0\0\0\0");
            Await.until("the call is under way", () -> waiting.size() == 1);

            server.server().drain();
            Future<Void> closed = server.server().connectionsClosed();
            assertThat(answer(idle)).isEmpty();
            assertThat(closed.isComplete()).isFalse();
            waiting.get(0).complete(text("at last"));
            assertThat(answer(busy)).contains("connection: close", "at last", "grpc-status: 0");
            busy.close();
            idle.close();
            Await.until("no connection is open", closed::isComplete);
        }
    }

    @Test
    void overHttp2ItIsTheSame() throws Exception {
        try (RawClient http2 = new RawClient(server.port())) {
            http2.headers(1, web(WEB), false).data(1, true, body("binary"));
            assertThat(reply(http2, WEB)).containsExactly("hello binary", OK);

            http2.headers(3, web(WEB_TEXT), false).data(3, true, Base64.getEncoder().encode(body("text")));
            assertThat(reply(http2, WEB_TEXT)).containsExactly("hello text", OK);

            Map<String, String> preflight = web(WEB);
            preflight.put(":method", "OPTIONS");
            preflight.put("origin", PAGE);
            preflight.put("access-control-request-method", "POST");
            Http2Headers answer = http2.headers(5, preflight, true).trailers(5);
            assertThat(answer.status()).hasToString("204");
            assertThat(answer.get("access-control-allow-origin")).hasToString(PAGE);

            Map<String, String> elsewhere = web(WEB);
            elsewhere.put("origin", "https://evil.example.com");
            http2.headers(7, elsewhere, true);
            assertThat(http2.decode(http2.next(RawClient.HEADERS)).status()).hasToString("403");
            http2.next(RawClient.DATA);

            http2.headers(9, RawClient.headersOf("/test.v1.Texts/Echo"), false).data(9, true, body("gRPC"));
            assertThat(http2.status(9)).as("gRPC itself").isEqualTo("0");
        }
    }

    @Test
    void whereItIsOffNothingOfItIsSpoken() throws Exception {
        serve(GrpcServerOptions.DEFAULT);
        server.echo((context, request) -> Uni.createFrom().item(request));

        assertThat(raw(head("Echo", WEB, "content-length: 0"))).startsWith("HTTP/1.1 400 ")
                .endsWith("This port speaks gRPC, not HTTP/1.\n");
        try (RawClient http2 = new RawClient(server.port())) {
            http2.headers(1, web(WEB), true);
            assertThat(http2.trailers(1).status()).hasToString("415");
        }
    }

    private static Map<String, String> web(String contentType) {
        Map<String, String> headers = RawClient.headersOf("/test.v1.Texts/Echo");
        headers.remove("te");
        headers.put("content-type", contentType);
        return headers;
    }

    private static List<String> reply(RawClient http2, String contentType) throws IOException {
        assertThat(http2.decode(http2.next(RawClient.HEADERS)).get("content-type")).hasToString(contentType);
        List<Byte> bytes = new ArrayList<>();
        Frame frame;
        do {
            frame = http2.next(RawClient.DATA);
            for (byte next : frame.payload()) {
                bytes.add(next);
            }
        } while (!frame.endsStream());
        byte[] body = new byte[bytes.size()];
        for (int i = 0; i < body.length; i++) {
            body[i] = bytes.get(i);
        }
        return new WebBody(new ByteArrayInputStream(
                contentType.equals(WEB) ? body : WebBody.decoded(new String(body, StandardCharsets.US_ASCII)))).all();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String head(String method, String contentType, String... more) {
        return "POST /test.v1.Texts/" + method + " HTTP/1.1\r\nhost: test\r\ncontent-type: " + contentType + "\r\n"
                + String.join("\r\n", more) + "\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that comes until the end. */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** What comes until this has come. */
    private static String part(Socket socket, String end) throws IOException {
        StringBuilder part = new StringBuilder();
        while (part.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the end, after " + part).isNotNegative();
            part.append((char) next);
        }
        return part.toString();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            write(socket, request);
            return answer(socket);
        }
    }
}
