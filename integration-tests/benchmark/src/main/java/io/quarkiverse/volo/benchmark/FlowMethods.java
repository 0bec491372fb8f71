package io.quarkiverse.volo.benchmark;

import com.google.protobuf.Message;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.quarkiverse.volo.benchmark.flow.Chunk;
import io.quarkiverse.volo.benchmark.flow.Text;
import io.quarkiverse.volo.benchmark.flow.Wish;

/** The methods of {@code flow.proto}, as grpc-java's compiler writes them. */
final class FlowMethods {

    static final String SERVICE = "bench.Flow";
    static final MethodDescriptor<Text, Text> ECHO = method(MethodType.UNARY, "Echo", Text.getDefaultInstance(),
            Text.getDefaultInstance());
    static final MethodDescriptor<Chunk, Chunk> CARRY = method(MethodType.UNARY, "Carry", Chunk.getDefaultInstance(),
            Chunk.getDefaultInstance());
    static final MethodDescriptor<Wish, Text> SEND = method(MethodType.SERVER_STREAMING, "Send", Wish.getDefaultInstance(),
            Text.getDefaultInstance());

    private FlowMethods() {
    }

    private static <Q extends Message, R extends Message> MethodDescriptor<Q, R> method(MethodType type, String name, Q request,
            R reply) {
        return MethodDescriptor.<Q, R> newBuilder().setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name)).setSampledToLocalTracing(true)
                .setRequestMarshaller(ProtoUtils.marshaller(request)).setResponseMarshaller(ProtoUtils.marshaller(reply))
                .build();
    }
}
