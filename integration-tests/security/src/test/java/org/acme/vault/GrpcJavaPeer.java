package org.acme.vault;

import java.util.concurrent.TimeUnit;

import org.acme.vault.grpc.Nothing;
import org.acme.vault.grpc.Text;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;

/** grpc-java's client, which refuses a server that does not tell it in TLS that it speaks HTTP/2. */
final class GrpcJavaPeer implements AutoCloseable {

    private static final MethodDescriptor<Nothing, Text> PEER = MethodDescriptor.<Nothing, Text> newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("acme.vault.Vault/Peer")
            .setRequestMarshaller(ProtoUtils.marshaller(Nothing.getDefaultInstance()))
            .setResponseMarshaller(ProtoUtils.marshaller(Text.getDefaultInstance()))
            .build();

    private final ManagedChannel channel;

    GrpcJavaPeer(int port, String owner, String trusted) throws Exception {
        channel = NettyChannelBuilder.forAddress("localhost", port)
                .sslContext(GrpcSslContexts.forClient()
                        .trustManager(TestCertificates.certificate(trusted).toFile())
                        .keyManager(TestCertificates.certificate(owner).toFile(), TestCertificates.key(owner).toFile())
                        .build())
                .build();
    }

    String peer() {
        CallOptions patient = CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS);
        return ClientCalls.blockingUnaryCall(channel, PEER, patient, Nothing.getDefaultInstance()).getText();
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow();
        if (!channel.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new AssertionError("grpc-java's channel does not end");
        }
    }
}
