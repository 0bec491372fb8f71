package io.quarkiverse.volo.codegen.proto;

import io.quarkiverse.volo.codegen.source.JavaName;

/** The types that generated code uses, ours among them: nothing else of the runtime may be named here. */
final class Library {

    static final JavaName OBJECTS = new JavaName("java.util", "Objects");
    static final JavaName LIST = new JavaName("java.util", "List");
    static final JavaName UNI = new JavaName("io.smallrye.mutiny", "Uni");
    static final JavaName MULTI = new JavaName("io.smallrye.mutiny", "Multi");
    static final JavaName DESCRIPTORS = new JavaName("com.google.protobuf", "Descriptors");

    static final JavaName GRPC_METHOD = ours("grpc", "GrpcMethod");
    static final JavaName PROTOBUF_CODEC = ours("grpc.codec", "ProtobufCodec");
    static final JavaName GRPC_SERVICE = ours("grpc.stub", "GrpcService");
    static final JavaName GRPC_STUB = ours("grpc.stub", "GrpcStub");
    static final JavaName SERVER_METHOD = ours("grpc.stub", "ServerMethod");
    static final JavaName SERVICE_DEFINITION = ours("grpc.stub", "ServiceDefinition");
    static final JavaName STREAMS = ours("grpc.stub", "Streams");
    static final JavaName CALL_KIND = ours("context", "CallKind");
    static final JavaName CALL_OPTIONS = ours("client", "CallOptions");
    static final JavaName CLIENT_METHOD = ours("client", "ClientMethod");

    private Library() {
    }

    private static JavaName ours(String room, String simpleName) {
        return new JavaName("io.quarkiverse.volo." + room, simpleName);
    }
}
