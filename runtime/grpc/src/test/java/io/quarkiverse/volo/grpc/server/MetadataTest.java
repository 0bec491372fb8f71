package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.TextsServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import com.google.protobuf.StringValue;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Metadata.Key;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.testing.Replies;
import io.quarkiverse.volo.grpc.testing.Texts;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What goes beside the messages. */
class MetadataTest extends WithTextsServer {

    private static final Key<String> TEXT = Key.of("tenant", Metadata.ASCII_STRING_MARSHALLER);
    private static final Key<byte[]> BYTES = Key.of("trace-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final AtomicReference<Metadata> headers = new AtomicReference<>();
    private final AtomicReference<Metadata> trailers = new AtomicReference<>();

    private Channel sending(Metadata request) {
        return ClientInterceptors.intercept(channel(), MetadataUtils.newAttachHeadersInterceptor(request),
                MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
    }

    private String echo(Metadata request) {
        return ClientCalls.blockingUnaryCall(sending(request), Texts.descriptor(Texts.ECHO), CallOptions.DEFAULT, text("x"))
                .getValue();
    }

    @Test
    void handlersReadWhatCameWithTheRequest() {
        server.echo((context, request) -> {
            Metadata received = GrpcMetadata.request(context);
            return Uni.createFrom().item(text(received.get(TEXT) + received.get(BYTES).length + received.get(BYTES)[1]));
        });
        Metadata request = new Metadata();
        request.put(TEXT, "acme ");
        request.put(BYTES, new byte[] { 1, -2, 3 });

        assertThat(echo(request)).isEqualTo("acme 3-2");
    }

    @Test
    void handlersAddHeadersAndTrailers() {
        server.echo((context, request) -> {
            GrpcMetadata.headers(RpcContext.current()).put(TEXT, "before");
            GrpcMetadata.trailers(RpcContext.current()).put(BYTES, new byte[] { 4, 0, -1 });
            return Uni.createFrom().item(request);
        });

        echo(new Metadata());

        assertThat(headers.get().get(TEXT)).isEqualTo("before");
        assertThat(trailers.get().get(BYTES)).containsExactly(4, 0, -1);
    }

    @Test
    void handlersOfStreamsAddTrailersUntilTheirEnd() {
        server.split((context, request) -> Uni.createFrom().item(Multi.createFrom().items(request, request).onCompletion()
                .invoke(() -> GrpcMetadata.trailers(context).put(TEXT, "at last"))));
        Replies<StringValue> replies = new Replies<>();

        ClientCalls.asyncServerStreamingCall(
                sending(new Metadata()).newCall(Texts.descriptor(Texts.SPLIT), CallOptions.DEFAULT), text("x"), replies);

        assertThat(replies.await()).hasSize(2);
        assertThat(trailers.get().get(TEXT)).isEqualTo("at last");
    }

    @Test
    void failuresBringTheirTrailersAlong() {
        Metadata own = new Metadata();
        own.put(TEXT, "why");
        server.echo((context, request) -> Uni.createFrom().failure(Status.ABORTED.asRuntimeException(own)));

        StatusRuntimeException failure = (StatusRuntimeException) catchThrowable(
                () -> echo(new Metadata()));

        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(failure.getTrailers().get(TEXT)).isEqualTo("why");
    }

    @Test
    void whatCannotBeAHeaderFailsTheCallAlone() {
        server.echo((context, request) -> {
            GrpcMetadata.headers(context).put(TEXT, "two\nlines");
            return Uni.createFrom().item(request);
        });

        Throwable failure = catchThrowable(() -> echo(new Metadata()));

        assertThat(failure).isInstanceOf(StatusRuntimeException.class).hasMessageContaining("metadata 'tenant'");
    }

    @Test
    void metainfoTravelsInHeadersBothWays() {
        server.echo((context, request) -> {
            Metainfo metainfo = context.metainfo();
            metainfo.setBackward("ANSWERED_BY", "me");
            return Uni.createFrom().item(text(metainfo.getPersistent("REQUEST_ID") + metainfo.getUpstream("HOP")));
        });
        Metadata request = new Metadata();
        request.put(Key.of("rpc-persist-request-id", Metadata.ASCII_STRING_MARSHALLER), "r1 ");
        request.put(Key.of("rpc-transit-hop", Metadata.ASCII_STRING_MARSHALLER), "h1");

        assertThat(echo(request)).isEqualTo("r1 h1");
        assertThat(headers.get().get(Key.of("rpc-backward-answered-by", Metadata.ASCII_STRING_MARSHALLER))).isEqualTo("me");
    }

    @Test
    void callersMayNameThemselves() {
        server.echo((context, request) -> Uni.createFrom().item(text(context.caller().service())));
        Metadata request = new Metadata();
        request.put(Key.of("source-service", Metadata.ASCII_STRING_MARSHALLER), "shop");

        assertThat(echo(request)).isEqualTo("shop");
        assertThat(echo(new Metadata())).isEmpty();
    }
}
