package io.quarkiverse.volo.grpc.client;

import com.google.protobuf.StringValue;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.ProtobufCodec;

/** The methods of the tests' service, for us and for grpc-java. */
final class Echo {

    static final String SERVICE = "test.Echo";

    static final GrpcMethod<StringValue, StringValue> UNARY = method("Unary", CallKind.UNARY);
    static final GrpcMethod<StringValue, StringValue> MANY = method("Many", CallKind.SERVER_STREAMING);
    static final GrpcMethod<StringValue, StringValue> COLLECT = method("Collect", CallKind.CLIENT_STREAMING);
    static final GrpcMethod<StringValue, StringValue> CHAT = method("Chat", CallKind.BIDIRECTIONAL);

    static final GrpcMethod<StringValue, StringValue> UNKNOWN = method("Unknown", CallKind.UNARY);

    private Echo() {
    }

    private static GrpcMethod<StringValue, StringValue> method(String name, CallKind kind) {
        ProtobufCodec<StringValue> codec = ProtobufCodec.of(StringValue.getDefaultInstance());
        return new GrpcMethod<>(SERVICE, name, kind, codec, codec);
    }

    /** The same method as grpc-java sees it. */
    static MethodDescriptor<StringValue, StringValue> descriptor(GrpcMethod<StringValue, StringValue> method) {
        return MethodDescriptor.<StringValue, StringValue> newBuilder()
                .setType(switch (method.kind()) {
                    case SERVER_STREAMING -> MethodType.SERVER_STREAMING;
                    case CLIENT_STREAMING -> MethodType.CLIENT_STREAMING;
                    case BIDIRECTIONAL -> MethodType.BIDI_STREAMING;
                    default -> MethodType.UNARY;
                })
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, method.name()))
                .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
                .build();
    }
}
