package org.acme.interop.calls;

import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** gRPC's interoperability tests: grpc-java's client calls our server. */
@QuarkusTest
class InteropServerTest {

    private static final RuntimeKey<Integer> PORT = RuntimeKey.intKey("quarkus.volo.server.test-port");

    @Inject
    ValueRegistry values;

    private record Case(String name, ThrowingConsumer<GrpcJavaCases> check) {
    }

    @TestFactory
    Stream<DynamicTest> grpcJavasClientIsAnswered() {
        int port = values.get(PORT);
        return Stream.of(
                new Case("empty_unary", GrpcJavaCases::emptyUnary),
                new Case("large_unary", GrpcJavaCases::largeUnary),
                new Case("client_compressed_unary", cases -> cases.clientCompressedUnary(false)),
                new Case("client_streaming", GrpcJavaCases::clientStreaming),
                new Case("client_compressed_streaming", cases -> cases.clientCompressedStreaming(false)),
                new Case("server_streaming", GrpcJavaCases::serverStreaming),
                new Case("ping_pong", GrpcJavaCases::pingPong),
                new Case("empty_stream", GrpcJavaCases::emptyStream),
                new Case("custom_metadata", GrpcJavaCases::customMetadata),
                new Case("status_code_and_message", GrpcJavaCases::statusCodeAndMessage),
                new Case("special_status_message", GrpcJavaCases::specialStatusMessage),
                new Case("unimplemented_method", GrpcJavaCases::unimplementedMethod),
                new Case("unimplemented_service", GrpcJavaCases::unimplementedService),
                new Case("cancel_after_begin", GrpcJavaCases::cancelAfterBegin),
                new Case("cancel_after_first_response", GrpcJavaCases::cancelAfterFirstResponse),
                new Case("timeout_on_sleeping_server", GrpcJavaCases::timeoutOnSleepingServer))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> run(one, port)));
    }

    private static void run(Case one, int port) throws Throwable {
        GrpcJavaCases cases = new GrpcJavaCases(port);
        cases.setUp();
        try {
            one.check().accept(cases);
        } finally {
            cases.tearDown();
        }
    }
}
