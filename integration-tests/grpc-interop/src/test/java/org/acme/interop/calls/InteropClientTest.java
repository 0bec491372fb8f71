package org.acme.interop.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.acme.interop.BoolValue;
import org.acme.interop.EchoStatus;
import org.acme.interop.Empty;
import org.acme.interop.Payload;
import org.acme.interop.ResponseParameters;
import org.acme.interop.SimpleRequest;
import org.acme.interop.SimpleResponse;
import org.acme.interop.StreamingInputCallRequest;
import org.acme.interop.StreamingOutputCallRequest;
import org.acme.interop.StreamingOutputCallResponse;
import org.acme.interop.TestService;
import org.acme.interop.UnimplementedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;

import io.grpc.Metadata;
import io.grpc.Metadata.Key;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.testing.integration.TestServiceImpl;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.client.GrpcClient;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** gRPC's interoperability tests: our client calls grpc-java's server. */
@QuarkusTest
class InteropClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGE_REQUEST = 271_828;
    private static final int LARGE_REPLY = 314_159;
    private static final List<Integer> REQUEST_SIZES = List.of(27_182, 8, 1_828, 45_904);
    private static final List<Integer> REPLY_SIZES = List.of(31_415, 9, 2_653, 58_979);
    private static final Key<String> INITIAL = Key.of("x-grpc-test-echo-initial", Metadata.ASCII_STRING_MARSHALLER);
    private static final Key<byte[]> TRAILING = Key.of("x-grpc-test-echo-trailing-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private static final Calls CALLS = new Calls();
    private static ScheduledExecutorService executor;
    private static Server server;

    @VoloClient("peer")
    TestService.Client configured;

    @VoloClient("absent")
    UnimplementedService.Client absent;

    private CallOptions options;
    private TestService.Client peer;

    @BeforeAll
    static void serve() throws IOException {
        executor = Executors.newSingleThreadScheduledExecutor();
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerInterceptors.intercept(new TestServiceImpl(executor), TestServiceImpl.interceptors()))
                .intercept(CALLS)
                .build().start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        assertThat(server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        executor.shutdownNow();
    }

    @BeforeEach
    void call() {
        options = CallOptions.DEFAULT
                .withAddress(Address.of(InetAddress.getLoopbackAddress().getHostAddress(), server.getPort()));
        peer = configured.with(options);
    }

    @Test
    void emptyUnary() {
        assertThat(peer.emptyCall(Empty.getDefaultInstance()).await().atMost(PATIENCE)).isEqualTo(Empty.getDefaultInstance());
    }

    @Test
    void largeUnary() {
        assertThat(unary(peer, largeRequest()).getPayload()).isEqualTo(payload(LARGE_REPLY));
    }

    @Test
    void clientCompressedUnary() {
        TestService.Client compressing = configured.with(options.with(GrpcClient.COMPRESSION, Compression.GZIP));

        SimpleRequest request = largeRequest().toBuilder().setExpectCompressed(bool(true)).build();
        assertThat(unary(compressing, request).getPayload()).isEqualTo(payload(LARGE_REPLY));
        assertThat(CALLS.lastEncoding()).isEqualTo("gzip");
        request = largeRequest().toBuilder().setExpectCompressed(bool(false)).build();
        assertThat(unary(peer, request).getPayload()).isEqualTo(payload(LARGE_REPLY));
        assertThat(CALLS.lastEncoding()).isNull();
    }

    @Test
    void serverCompressedUnary() {
        for (boolean compressed : new boolean[] { true, false }) {
            SimpleRequest request = largeRequest().toBuilder().setResponseCompressed(bool(compressed)).build();
            assertThat(unary(peer, request).getPayload()).isEqualTo(payload(LARGE_REPLY));
        }
    }

    @Test
    void clientStreaming() {
        assertThat(peer.streamingInputCall(inputs()).await().atMost(PATIENCE).getAggregatedPayloadSize()).isEqualTo(74_922);
    }

    @Test
    void clientCompressedStreaming() {
        TestService.Client compressing = configured.with(options.with(GrpcClient.COMPRESSION, Compression.GZIP));

        assertThat(compressing.streamingInputCall(inputs()).await().atMost(PATIENCE).getAggregatedPayloadSize())
                .isEqualTo(74_922);
        assertThat(CALLS.lastEncoding()).isEqualTo("gzip");
    }

    @Test
    void serverStreaming() {
        assertThat(sizes(peer.streamingOutputCall(outputs(REPLY_SIZES).build()))).isEqualTo(REPLY_SIZES);
    }

    @Test
    void serverCompressedStreaming() {
        StreamingOutputCallRequest request = StreamingOutputCallRequest.newBuilder()
                .addResponseParameters(ResponseParameters.newBuilder().setSize(31_415).setCompressed(bool(true)))
                .addResponseParameters(ResponseParameters.newBuilder().setSize(92_653).setCompressed(bool(false)))
                .build();

        assertThat(sizes(peer.streamingOutputCall(request))).containsExactly(31_415, 92_653);
    }

    /** Each request is sent when the reply to the one before is there. */
    @Test
    void pingPong() {
        AssertSubscriber<StreamingOutputCallResponse> replies = AssertSubscriber.create(Long.MAX_VALUE);
        Turns turns = new Turns();
        peer.fullDuplexCall(turns.requests()).subscribe().withSubscriber(replies);

        for (int i = 0; i < REPLY_SIZES.size(); i++) {
            turns.send(outputs(List.of(REPLY_SIZES.get(i))).setPayload(payload(REQUEST_SIZES.get(i))).build());
            replies.awaitItems(i + 1, PATIENCE);
        }
        turns.complete();

        assertThat(replies.awaitCompletion(PATIENCE).getItems()).extracting(reply -> reply.getPayload().getBody().size())
                .isEqualTo(REPLY_SIZES);
    }

    @Test
    void emptyStream() {
        assertThat(sizes(peer.fullDuplexCall(Multi.createFrom().empty()))).isEmpty();
    }

    @Test
    void customMetadata() {
        byte[] trailing = { (byte) 0xab, (byte) 0xab, (byte) 0xab };
        for (boolean streamed : new boolean[] { false, true }) {
            Metadata sent = new Metadata();
            sent.put(INITIAL, "test_initial_metadata_value");
            sent.put(TRAILING, trailing);
            Metadata headers = new Metadata();
            Metadata trailers = new Metadata();
            TestService.Client client = configured.with(options.with(GrpcMetadata.REQUEST_HEADERS, sent)
                    .with(GrpcMetadata.REPLY_HEADERS, headers).with(GrpcMetadata.REPLY_TRAILERS, trailers));

            if (streamed) {
                sizes(client.fullDuplexCall(Multi.createFrom().item(outputs(List.of(LARGE_REPLY)).build())));
            } else {
                unary(client, largeRequest());
            }

            assertThat(headers.get(INITIAL)).isEqualTo("test_initial_metadata_value");
            assertThat(trailers.get(TRAILING)).isEqualTo(trailing);
        }
    }

    @Test
    void statusCodeAndMessage() {
        EchoStatus status = EchoStatus.newBuilder().setCode(2).setMessage("test status message").build();

        expect(Status.UNKNOWN.withDescription("test status message"),
                () -> unary(peer, SimpleRequest.newBuilder().setResponseStatus(status).build()));
        expect(Status.UNKNOWN.withDescription("test status message"), () -> sizes(peer.fullDuplexCall(
                Multi.createFrom().item(StreamingOutputCallRequest.newBuilder().setResponseStatus(status).build()))));
    }

    @Test
    void specialStatusMessage() {
        String text = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \ud83d\ude08\t\n";

        expect(Status.UNKNOWN.withDescription(text), () -> unary(peer, SimpleRequest.newBuilder()
                .setResponseStatus(EchoStatus.newBuilder().setCode(2).setMessage(text)).build()));
    }

    @Test
    void unimplementedMethod() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> peer.unimplementedCall(Empty.getDefaultInstance()).await().atMost(PATIENCE))
                .satisfies(failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void unimplementedService() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> absent.with(options).unimplementedCall(Empty.getDefaultInstance()).await().atMost(PATIENCE))
                .satisfies(failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void cancelAfterBegin() {
        int begun = CALLS.begun();
        int cancelled = CALLS.cancelled();
        var call = peer.streamingInputCall(Multi.createFrom().nothing()).subscribe().with(reply -> {
        });
        await().atMost(PATIENCE).until(() -> CALLS.begun() > begun);

        call.cancel();

        await().atMost(PATIENCE).until(() -> CALLS.cancelled() > cancelled);
    }

    @Test
    void cancelAfterFirstResponse() {
        int cancelled = CALLS.cancelled();
        AssertSubscriber<StreamingOutputCallResponse> replies = AssertSubscriber.create(Long.MAX_VALUE);
        Turns turns = new Turns();
        peer.fullDuplexCall(turns.requests()).subscribe().withSubscriber(replies);
        turns.send(outputs(List.of(31_415)).setPayload(payload(27_182)).build());
        replies.awaitItems(1, PATIENCE);

        replies.cancel();

        await().atMost(PATIENCE).until(() -> CALLS.cancelled() > cancelled);
    }

    @Test
    void timeoutOnSleepingServer() {
        StreamingOutputCallRequest request = StreamingOutputCallRequest.newBuilder().setPayload(payload(27_182))
                .addResponseParameters(ResponseParameters.newBuilder().setSize(1).setIntervalUs(60_000_000)).build();

        assertThatExceptionOfType(VoloException.class)
                .isThrownBy(() -> sizes(configured.with(options.withTimeout(Duration.ofMillis(20)))
                        .fullDuplexCall(Multi.createFrom().item(request))))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT));
    }

    private static void expect(Status status, Runnable call) {
        assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call::run).satisfies(failure -> {
            assertThat(failure.getStatus().getCode()).isEqualTo(status.getCode());
            assertThat(failure.getStatus().getDescription()).isEqualTo(status.getDescription());
        });
    }

    private static SimpleResponse unary(TestService.Client client, SimpleRequest request) {
        return client.unaryCall(request).await().atMost(PATIENCE);
    }

    private static List<Integer> sizes(Multi<StreamingOutputCallResponse> replies) {
        return replies.map(reply -> reply.getPayload().getBody().size()).collect().asList().await().atMost(PATIENCE);
    }

    private static SimpleRequest largeRequest() {
        return SimpleRequest.newBuilder().setResponseSize(LARGE_REPLY).setPayload(payload(LARGE_REQUEST)).build();
    }

    private static Multi<StreamingInputCallRequest> inputs() {
        return Multi.createFrom().iterable(REQUEST_SIZES)
                .map(size -> StreamingInputCallRequest.newBuilder().setPayload(payload(size)).build());
    }

    private static StreamingOutputCallRequest.Builder outputs(List<Integer> sizes) {
        Stream<ResponseParameters> parameters = sizes.stream()
                .map(size -> ResponseParameters.newBuilder().setSize(size).build());
        return StreamingOutputCallRequest.newBuilder().addAllResponseParameters(parameters.toList());
    }

    private static Payload payload(int size) {
        return Payload.newBuilder().setBody(ByteString.copyFrom(new byte[size])).build();
    }

    private static BoolValue bool(boolean value) {
        return BoolValue.newBuilder().setValue(value).build();
    }
}
