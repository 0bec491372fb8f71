package org.acme.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.volo.grpc.services.HealthStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** Health and reflection of an application, asked by grpc-java's stubs. */
@QuarkusTest
class StandardServicesTest {

    private static final RuntimeKey<Integer> PORT = RuntimeKey.intKey("quarkus.volo.server.test-port");
    private static final String GREETER = "acme.greet.v1.Greeter";

    @Inject
    ValueRegistry values;

    @Inject
    HealthStatus health;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress("localhost", values.get(PORT)).usePlaintext().build();
    }

    @AfterEach
    void close() throws InterruptedException {
        channel.shutdownNow();
        assertThat(channel.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private ServingStatus check(String service) {
        return HealthGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS)
                .check(HealthCheckRequest.newBuilder().setService(service).build()).getStatus();
    }

    @Test
    void serverAndServicesAreServingUntilTheApplicationSaysOtherwise() {
        assertThat(check("")).isEqualTo(ServingStatus.SERVING);
        assertThat(check(GREETER)).isEqualTo(ServingStatus.SERVING);
        assertThatThrownBy(() -> check("acme.Nobody")).hasMessage("NOT_FOUND: unknown service: 'acme.Nobody'");

        health.set(GREETER, io.quarkiverse.volo.grpc.services.ServingStatus.NOT_SERVING);
        try {
            assertThat(check(GREETER)).isEqualTo(ServingStatus.NOT_SERVING);
            assertThat(check("")).isEqualTo(ServingStatus.SERVING);
        } finally {
            health.set(GREETER, io.quarkiverse.volo.grpc.services.ServingStatus.SERVING);
        }
    }

    @Test
    void reflectionTellsTheApplicationsServicesAndTheirFiles() throws Exception {
        List<ServerReflectionResponse> answers = ask(
                ServerReflectionRequest.newBuilder().setListServices("").build(),
                ServerReflectionRequest.newBuilder().setFileContainingSymbol(GREETER).build());

        assertThat(answers.get(0).getListServicesResponse().getServiceList()).extracting(ServiceResponse::getName)
                .contains(GREETER, "acme.greet.v1.Inspector", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection");
        assertThat(answers.get(1).getFileDescriptorResponse().getFileDescriptorProto(0))
                .isEqualTo(org.acme.greet.Name.getDescriptor().getFile().toProto().toByteString());
    }

    private List<ServerReflectionResponse> ask(ServerReflectionRequest... questions) throws Exception {
        CompletableFuture<List<ServerReflectionResponse>> all = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> asked = ServerReflectionGrpc.newStub(channel)
                .serverReflectionInfo(new StreamObserver<>() {

                    private final List<ServerReflectionResponse> answers = new ArrayList<>();

                    @Override
                    public void onNext(ServerReflectionResponse answer) {
                        answers.add(answer);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        all.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        all.complete(answers);
                    }
                });
        List.of(questions).forEach(asked::onNext);
        asked.onCompleted();
        return all.get(30, TimeUnit.SECONDS);
    }
}
