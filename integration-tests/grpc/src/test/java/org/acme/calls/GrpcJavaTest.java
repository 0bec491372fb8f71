package org.acme.calls;

import static org.acme.calls.GreeterTest.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.acme.greet.Greeting;
import org.acme.greet.Name;
import org.acme.greet.Number;
import org.acme.greet.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.Message;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** grpc-java's client calls the same port that Thrift is served on. */
@QuarkusTest
class GrpcJavaTest {

    private static final RuntimeKey<Integer> PORT = RuntimeKey.intKey("quarkus.volo.server.test-port");
    private static final CallOptions PATIENT = CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS);

    @Inject
    ValueRegistry values;

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

    @Test
    void aUnaryCallIsAnswered() {
        MethodDescriptor<Name, Greeting> greet = method("Greet", MethodType.UNARY, Name.getDefaultInstance(),
                Greeting.getDefaultInstance());

        assertThat(ClientCalls.blockingUnaryCall(channel, greet, PATIENT, name("Ada")).getText()).isEqualTo("Hello Ada");
    }

    @Test
    void aStreamIsAnswered() {
        MethodDescriptor<Range, Number> count = method("Count", MethodType.SERVER_STREAMING, Range.getDefaultInstance(),
                Number.getDefaultInstance());
        Range range = Range.newBuilder().setFirst(5).setLast(7).build();

        List<Long> numbers = new ArrayList<>();
        ClientCalls.blockingServerStreamingCall(channel, count, PATIENT, range)
                .forEachRemaining(number -> numbers.add(number.getValue()));

        assertThat(numbers).containsExactly(5L, 6L, 7L);
    }

    private static <Q extends Message, R extends Message> MethodDescriptor<Q, R> method(String name, MethodType type, Q request,
            R reply) {
        return MethodDescriptor.newBuilder(ProtoUtils.marshaller(request), ProtoUtils.marshaller(reply))
                .setType(type)
                .setFullMethodName("acme.greet.v1.Greeter/" + name)
                .build();
    }
}
