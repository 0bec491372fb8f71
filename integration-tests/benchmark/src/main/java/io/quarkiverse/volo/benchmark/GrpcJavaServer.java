package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.quarkiverse.volo.benchmark.flow.Chunk;
import io.quarkiverse.volo.benchmark.flow.Text;
import io.quarkiverse.volo.benchmark.flow.Wish;

/** grpc-java's server on Netty, whose handlers run on the event loop. */
public final class GrpcJavaServer {

    private static final int WINDOW = 1 << 20;
    private static final int LARGEST_MESSAGE = 32 << 20;

    private GrpcJavaServer() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        NioEventLoopGroup loops = new NioEventLoopGroup(1);
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0)).directExecutor()
                .channelType(NioServerSocketChannel.class).bossEventLoopGroup(loops).workerEventLoopGroup(loops)
                .flowControlWindow(WINDOW).maxInboundMessageSize(LARGEST_MESSAGE)
                .addService(ServerServiceDefinition.builder(FlowMethods.SERVICE)
                        .addMethod(FlowMethods.ECHO, ServerCalls.asyncUnaryCall(GrpcJavaServer::echo))
                        .addMethod(FlowMethods.CARRY, ServerCalls.asyncUnaryCall(GrpcJavaServer::carry))
                        .addMethod(FlowMethods.SEND, ServerCalls.asyncServerStreamingCall(GrpcJavaServer::send))
                        .build())
                .build().start();
        Subject.announce(server.getPort());
        server.awaitTermination();
    }

    private static void echo(Text message, StreamObserver<Text> replies) {
        replies.onNext(Text.newBuilder().setText(message.getText()).build());
        replies.onCompleted();
    }

    private static void carry(Chunk chunk, StreamObserver<Chunk> replies) {
        replies.onNext(Chunk.newBuilder().setData(chunk.getData()).build());
        replies.onCompleted();
    }

    private static void send(Wish wish, StreamObserver<Text> replies) {
        new Sending(wish, (ServerCallStreamObserver<Text>) replies).whenReady();
    }

    /** Sends while the window is open, as grpc-java wants it. */
    private static final class Sending {

        private final String text;
        private final ServerCallStreamObserver<Text> replies;
        private int left;

        Sending(Wish wish, ServerCallStreamObserver<Text> replies) {
            text = "x".repeat(wish.getCharacters());
            left = wish.getMessages();
            this.replies = replies;
        }

        void whenReady() {
            replies.setOnReadyHandler(this::send);
        }

        private void send() {
            while (left > 0 && replies.isReady()) {
                replies.onNext(Text.newBuilder().setText(text).build());
                if (--left == 0) {
                    replies.onCompleted();
                }
            }
        }
    }
}
