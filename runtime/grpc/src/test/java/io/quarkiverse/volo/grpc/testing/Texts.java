package io.quarkiverse.volo.grpc.testing;

import com.google.protobuf.BytesValue;
import com.google.protobuf.MessageLite;
import com.google.protobuf.StringValue;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.lite.ProtoLiteUtils;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.ProtobufCodec;

/** A service of texts, whose messages are protobuf's own; as we see its methods, and as grpc-java does. */
public final class Texts {

    public static final String SERVICE = "test.v1.Texts";

    public static final GrpcMethod<StringValue, StringValue> ECHO = method("Echo", CallKind.UNARY);
    public static final GrpcMethod<StringValue, StringValue> SPLIT = method("Split", CallKind.SERVER_STREAMING);
    public static final GrpcMethod<StringValue, StringValue> JOIN = method("Join", CallKind.CLIENT_STREAMING);
    public static final GrpcMethod<StringValue, StringValue> CHAT = method("Chat", CallKind.BIDIRECTIONAL);
    public static final GrpcMethod<BytesValue, BytesValue> BYTES = new GrpcMethod<>(SERVICE, "Bytes", CallKind.UNARY,
            ProtobufCodec.of(BytesValue.getDefaultInstance()), ProtobufCodec.of(BytesValue.getDefaultInstance()));
    public static final GrpcMethod<BytesValue, BytesValue> FLOOD = new GrpcMethod<>(SERVICE, "Flood", CallKind.BIDIRECTIONAL,
            ProtobufCodec.of(BytesValue.getDefaultInstance()), ProtobufCodec.of(BytesValue.getDefaultInstance()));

    private Texts() {
    }

    private static GrpcMethod<StringValue, StringValue> method(String name, CallKind kind) {
        return new GrpcMethod<>(SERVICE, name, kind, ProtobufCodec.of(StringValue.getDefaultInstance()),
                ProtobufCodec.of(StringValue.getDefaultInstance()));
    }

    /** The method as grpc-java describes it; its messages are texts. */
    public static MethodDescriptor<StringValue, StringValue> descriptor(GrpcMethod<StringValue, StringValue> method) {
        return descriptor(method, StringValue.getDefaultInstance());
    }

    public static MethodDescriptor<BytesValue, BytesValue> bytes(GrpcMethod<BytesValue, BytesValue> method) {
        return descriptor(method, BytesValue.getDefaultInstance());
    }

    private static <T extends MessageLite> MethodDescriptor<T, T> descriptor(GrpcMethod<T, T> method, T message) {
        MethodType type = switch (method.kind()) {
            case SERVER_STREAMING -> MethodType.SERVER_STREAMING;
            case CLIENT_STREAMING -> MethodType.CLIENT_STREAMING;
            case BIDIRECTIONAL -> MethodType.BIDI_STREAMING;
            default -> MethodType.UNARY;
        };
        return MethodDescriptor.<T, T> newBuilder().setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(method.service(), method.name()))
                .setRequestMarshaller(ProtoLiteUtils.marshaller(message))
                .setResponseMarshaller(ProtoLiteUtils.marshaller(message))
                .build();
    }
}
