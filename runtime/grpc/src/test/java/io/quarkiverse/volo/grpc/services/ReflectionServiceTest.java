package io.quarkiverse.volo.grpc.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WrappersProto;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.reflection.v1.ExtensionRequest;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.volo.grpc.server.GrpcServerOptions;
import io.quarkiverse.volo.grpc.testing.Replies;
import io.quarkiverse.volo.grpc.testing.TextsServer;

/** Our reflection service, asked by grpc-java's stubs. */
class ReflectionServiceTest {

    private final FileDescriptor texts = texts();
    private final FileDescriptor bare = bare();
    private final TextsServer server = new TextsServer(GrpcServerOptions.DEFAULT)
            .methods(new ReflectionService(List.of("test.v1.Texts", "Bare"), List.of(texts, bare)).methods());
    private final ManagedChannel channel = server.channel();

    @AfterEach
    void close() throws InterruptedException {
        TextsServer.shutDown(channel);
        server.close();
    }

    /** proto2: an extension at the top and one within a message, a nested enum, and an import of protobuf's own. */
    private static FileDescriptor texts() {
        FieldDescriptorProto.Builder top = FieldDescriptorProto.newBuilder().setName("top").setNumber(100)
                .setLabel(Label.LABEL_OPTIONAL).setType(Type.TYPE_STRING).setExtendee(".test.v1.Text");
        return build(FileDescriptorProto.newBuilder().setName("test/v1/texts.proto").setPackage("test.v1")
                .addDependency(WrappersProto.getDescriptor().getFullName())
                .addMessageType(DescriptorProto.newBuilder().setName("Text")
                        .addField(FieldDescriptorProto.newBuilder().setName("value").setNumber(1)
                                .setLabel(Label.LABEL_REQUIRED).setType(Type.TYPE_STRING))
                        .addExtensionRange(DescriptorProto.ExtensionRange.newBuilder().setStart(100).setEnd(200))
                        .addNestedType(DescriptorProto.newBuilder().setName("Inner")
                                .addExtension(top.clone().setName("inner").setNumber(150)))
                        .addEnumType(EnumDescriptorProto.newBuilder().setName("Kind")
                                .addValue(EnumValueDescriptorProto.newBuilder().setName("SHORT").setNumber(0))))
                .addExtension(top)
                .addService(service("Texts", ".test.v1.Text", ".google.protobuf.StringValue")).build(),
                WrappersProto.getDescriptor());
    }

    /** An edition, and no package. */
    private static FileDescriptor bare() {
        return build(FileDescriptorProto.newBuilder().setName("bare.proto").setSyntax("editions")
                .setEdition(Edition.EDITION_2023)
                .addMessageType(DescriptorProto.newBuilder().setName("Nothing"))
                .addService(service("Bare", ".Nothing", ".Nothing")).build());
    }

    private static ServiceDescriptorProto.Builder service(String name, String request, String reply) {
        return ServiceDescriptorProto.newBuilder().setName(name)
                .addMethod(MethodDescriptorProto.newBuilder().setName("Call").setInputType(request).setOutputType(reply));
    }

    private static FileDescriptor build(FileDescriptorProto file, FileDescriptor... imports) {
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw new AssertionError(e);
        }
    }

    private ServerReflectionResponse ask(ServerReflectionRequest.Builder question) {
        return ask(ServerReflectionGrpc.getServerReflectionInfoMethod(), question.build()).get(0);
    }

    private List<ServerReflectionResponse> ask(
            MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> method, ServerReflectionRequest... questions) {
        Answers answers = new Answers();
        StreamObserver<ServerReflectionRequest> asked = ClientCalls
                .asyncBidiStreamingCall(channel.newCall(method, CallOptions.DEFAULT), answers);
        List.of(questions).forEach(asked::onNext);
        asked.onCompleted();
        return answers.all.await();
    }

    private static ServerReflectionRequest.Builder question() {
        return ServerReflectionRequest.newBuilder();
    }

    private static List<String> files(ServerReflectionResponse response) {
        return response.getFileDescriptorResponse().getFileDescriptorProtoList().stream().map(ReflectionServiceTest::name)
                .toList();
    }

    private static String name(ByteString file) {
        try {
            return FileDescriptorProto.parseFrom(file).getName();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void listsTheServicesAndItself() {
        ServerReflectionResponse response = ask(question().setHost("here").setListServices("*"));

        assertThat(response.getListServicesResponse().getServiceList()).extracting(ServiceResponse::getName)
                .containsExactly("Bare", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
                        "test.v1.Texts");
        assertThat(response.getValidHost()).isEqualTo("here");
        assertThat(response.getOriginalRequest().getListServices()).isEqualTo("*");
    }

    @Test
    void tellsAFileByItsNameWithWhatItImports() {
        assertThat(files(ask(question().setFileByFilename("test/v1/texts.proto"))))
                .containsExactly("test/v1/texts.proto", "google/protobuf/wrappers.proto");
        assertThat(files(ask(question().setFileByFilename("google/protobuf/wrappers.proto"))))
                .containsExactly("google/protobuf/wrappers.proto");
    }

    @Test
    void tellsAFileAsItIs() throws Exception {
        ServerReflectionResponse response = ask(question().setFileByFilename("bare.proto"));

        assertThat(FileDescriptorProto.parseFrom(response.getFileDescriptorResponse().getFileDescriptorProto(0)))
                .isEqualTo(bare.toProto());
    }

    @Test
    void findsAFileByEachKindOfSymbol() {
        for (String symbol : List.of("test.v1.Texts", "test.v1.Texts.Call", "test.v1.Text", "test.v1.Text.value",
                "test.v1.Text.Inner", "test.v1.Text.Kind", "test.v1.Text.Kind.SHORT", "test.v1.top",
                "test.v1.Text.Inner.inner")) {
            assertThat(files(ask(question().setFileContainingSymbol(symbol)))).as(symbol).startsWith("test/v1/texts.proto");
        }
        assertThat(files(ask(question().setFileContainingSymbol("Bare")))).containsExactly("bare.proto");
        assertThat(files(ask(question().setFileContainingSymbol("google.protobuf.StringValue"))))
                .containsExactly("google/protobuf/wrappers.proto");
        assertThat(files(ask(question().setFileContainingSymbol("grpc.reflection.v1.ServerReflection"))))
                .containsExactly("grpc/reflection/v1/reflection.proto");
    }

    @Test
    void findsExtensions() {
        ExtensionRequest.Builder known = ExtensionRequest.newBuilder().setContainingType("test.v1.Text")
                .setExtensionNumber(150);
        assertThat(files(ask(question().setFileContainingExtension(known)))).startsWith("test/v1/texts.proto");

        assertThat(ask(question().setAllExtensionNumbersOfType("test.v1.Text")).getAllExtensionNumbersResponse())
                .returns("test.v1.Text", numbers -> numbers.getBaseTypeName())
                .returns(List.of(100, 150), numbers -> numbers.getExtensionNumberList());
        assertThat(ask(question().setAllExtensionNumbersOfType("test.v1.Text.Inner")).getAllExtensionNumbersResponse()
                .getExtensionNumberCount()).isZero();
    }

    @Test
    void saysWhatIsNotThereAndGoesOn() {
        List<ServerReflectionResponse> responses = ask(ServerReflectionGrpc.getServerReflectionInfoMethod(),
                question().setFileByFilename("nope.proto").build(),
                question().setFileContainingSymbol("nope.Nope").build(),
                question().setFileContainingExtension(
                        ExtensionRequest.newBuilder().setContainingType("test.v1.Text").setExtensionNumber(7)).build(),
                question().setAllExtensionNumbersOfType("test.v1.Texts").build(),
                question().build(),
                question().setListServices("").build());

        assertThat(responses.subList(0, 5)).extracting(response -> response.getErrorResponse().getErrorCode() + " "
                + response.getErrorResponse().getErrorMessage())
                .containsExactly("5 unknown file: 'nope.proto'", "5 unknown symbol: 'nope.Nope'",
                        "5 unknown extension: 'test.v1.Text 7'", "5 unknown message: 'test.v1.Texts'",
                        "3 message_request: none (expected: one of its fields)");
        assertThat(responses.get(5).hasListServicesResponse()).isTrue();
    }

    /** The messages of both versions are the same. */
    @Test
    void isServedAsV1alphaToo() {
        MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> alpha = ServerReflectionGrpc
                .getServerReflectionInfoMethod().toBuilder()
                .setFullMethodName("grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo").build();

        assertThat(files(ask(alpha, question().setFileContainingSymbol("test.v1.Texts").build()).get(0)))
                .startsWith("test/v1/texts.proto");
    }

    private static final class Answers implements StreamObserver<ServerReflectionResponse> {

        private final Replies<ServerReflectionResponse> all = new Replies<>();

        @Override
        public void onNext(ServerReflectionResponse response) {
            all.onNext(response);
        }

        @Override
        public void onError(Throwable failure) {
            all.onError(failure);
        }

        @Override
        public void onCompleted() {
            all.onCompleted();
        }
    }
}
