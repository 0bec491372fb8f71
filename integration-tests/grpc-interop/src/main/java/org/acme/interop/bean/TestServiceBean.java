package org.acme.interop.bean;

import java.time.Duration;
import java.util.Objects;

import org.acme.interop.EchoStatus;
import org.acme.interop.Empty;
import org.acme.interop.Payload;
import org.acme.interop.ResponseParameters;
import org.acme.interop.SimpleRequest;
import org.acme.interop.SimpleResponse;
import org.acme.interop.StreamingInputCallRequest;
import org.acme.interop.StreamingInputCallResponse;
import org.acme.interop.StreamingOutputCallRequest;
import org.acme.interop.StreamingOutputCallResponse;
import org.acme.interop.TestService;

import com.google.protobuf.ByteString;

import io.grpc.Metadata;
import io.grpc.Status;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Does what gRPC's description of its interoperability tests asks of a server. */
@VoloService
public class TestServiceBean implements TestService {

    private static final Metadata.Key<String> INITIAL = Metadata.Key.of("x-grpc-test-echo-initial",
            Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<byte[]> TRAILING = Metadata.Key.of("x-grpc-test-echo-trailing-bin",
            Metadata.BINARY_BYTE_MARSHALLER);
    private static final int LARGEST = 4 * 1024 * 1024;

    @Override
    public Uni<Empty> emptyCall(Empty request) {
        return Uni.createFrom().item(request);
    }

    @Override
    public Uni<SimpleResponse> unaryCall(SimpleRequest request) {
        echoMetadata();
        check(request.getResponseStatus());
        return Uni.createFrom().item(SimpleResponse.newBuilder().setPayload(zeros(request.getResponseSize())).build());
    }

    @Override
    public Multi<StreamingOutputCallResponse> streamingOutputCall(StreamingOutputCallRequest request) {
        return replies(request);
    }

    @Override
    public Uni<StreamingInputCallResponse> streamingInputCall(Multi<StreamingInputCallRequest> requests) {
        return requests.collect().in(() -> new int[1], (sum, request) -> sum[0] += request.getPayload().getBody().size())
                .map(sum -> StreamingInputCallResponse.newBuilder().setAggregatedPayloadSize(sum[0]).build());
    }

    @Override
    public Multi<StreamingOutputCallResponse> fullDuplexCall(Multi<StreamingOutputCallRequest> requests) {
        echoMetadata();
        return requests.onItem().transformToMultiAndConcatenate(TestServiceBean::replies);
    }

    @Override
    public Uni<Empty> unimplementedCall(Empty request) {
        return Uni.createFrom().failure(Status.UNIMPLEMENTED::asRuntimeException);
    }

    private static void echoMetadata() {
        RpcContext call = Objects.requireNonNull(RpcContext.current());
        Metadata request = GrpcMetadata.request(call);
        String initial = request.get(INITIAL);
        if (initial != null) {
            GrpcMetadata.headers(call).put(INITIAL, initial);
        }
        byte[] trailing = request.get(TRAILING);
        if (trailing != null) {
            GrpcMetadata.trailers(call).put(TRAILING, trailing);
        }
    }

    private static Multi<StreamingOutputCallResponse> replies(StreamingOutputCallRequest request) {
        check(request.getResponseStatus());
        return Multi.createFrom().iterable(request.getResponseParametersList())
                .onItem().transformToUniAndConcatenate(TestServiceBean::reply);
    }

    private static Uni<StreamingOutputCallResponse> reply(ResponseParameters asked) {
        Uni<StreamingOutputCallResponse> reply = Uni.createFrom()
                .item(StreamingOutputCallResponse.newBuilder().setPayload(zeros(asked.getSize())).build());
        int pause = asked.getIntervalUs();
        return pause <= 0 ? reply : reply.onItem().delayIt().by(Duration.ofNanos(pause * 1000L));
    }

    private static void check(EchoStatus asked) {
        if (asked.getCode() != 0) {
            throw Status.fromCodeValue(asked.getCode()).withDescription(asked.getMessage()).asRuntimeException();
        }
    }

    private static Payload zeros(int size) {
        if (size < 0 || size > LARGEST) {
            throw Status.INVALID_ARGUMENT.withDescription("size: " + size + " (expected: 0-" + LARGEST + ")")
                    .asRuntimeException();
        }
        return Payload.newBuilder().setBody(ByteString.copyFrom(new byte[size])).build();
    }
}
