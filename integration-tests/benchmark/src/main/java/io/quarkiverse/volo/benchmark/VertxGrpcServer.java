package io.quarkiverse.volo.benchmark;

import io.quarkiverse.volo.benchmark.flow.Chunk;
import io.quarkiverse.volo.benchmark.flow.Text;
import io.quarkiverse.volo.benchmark.flow.Wish;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServerOptions;
import io.vertx.grpc.server.GrpcServerRequest;
import io.vertx.grpc.server.GrpcServerResponse;

/** Vert.x' gRPC server, whose handlers run on the event loop. */
public final class VertxGrpcServer {

    private static final int STREAM_WINDOW = 1 << 20;
    private static final int CONNECTION_WINDOW = 4 << 20;
    private static final int LARGEST_MESSAGE = 32 << 20;

    private VertxGrpcServer() {
    }

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        GrpcServer server = GrpcServer.server(vertx, new GrpcServerOptions().setMaxMessageSize(LARGEST_MESSAGE));
        server.callHandler(FlowMethods.ECHO, call -> call.handler(
                message -> call.response().end(Text.newBuilder().setText(message.getText()).build())));
        server.callHandler(FlowMethods.CARRY, call -> call.handler(
                chunk -> call.response().end(Chunk.newBuilder().setData(chunk.getData()).build())));
        server.callHandler(FlowMethods.SEND, call -> call.handler(wish -> new Sending(call, wish).send()));
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0)
                .setInitialSettings(new Http2Settings().setInitialWindowSize(STREAM_WINDOW))
                .setHttp2ConnectionWindowSize(CONNECTION_WINDOW))
                .requestHandler(server).listen().onSuccess(http -> Subject.announce(http.actualPort()))
                .onFailure(Throwable::printStackTrace);
    }

    /** Sends while the stream takes more, as Vert.x wants it. */
    private static final class Sending {

        private final String text;
        private final GrpcServerResponse<Wish, Text> response;
        private int left;

        Sending(GrpcServerRequest<Wish, Text> call, Wish wish) {
            text = "x".repeat(wish.getCharacters());
            response = call.response();
            left = wish.getMessages();
        }

        void send() {
            while (left > 0 && !response.writeQueueFull()) {
                response.write(Text.newBuilder().setText(text).build());
                left--;
            }
            if (left > 0) {
                response.drainHandler(drained -> send());
            } else {
                response.end();
            }
        }
    }
}
