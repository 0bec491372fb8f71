package io.quarkiverse.volo.grpc.server;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;
import io.quarkiverse.volo.grpc.codec.GrpcTimeout;

/**
 * What a request's headers say that decides whether it is served.
 *
 * @param headers all of them
 * @param compression how the request's messages are compressed
 * @param deadline until when the caller waits, counted from now on
 */
record RequestHead(Http2Headers headers, Compression compression, Deadline deadline) {

    /** A request that is not served: what HTTP calls that, and what gRPC calls it. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final AsciiString httpStatus;
        final transient Status status;

        Refused(AsciiString httpStatus, Status status) {
            super(status.getDescription(), null, false, false);
            this.httpStatus = httpStatus;
            this.status = status;
        }
    }

    static final AsciiString HTTP_OK = AsciiString.cached("200");
    private static final AsciiString HTTP_METHOD_NOT_ALLOWED = AsciiString.cached("405");
    private static final AsciiString HTTP_UNSUPPORTED_MEDIA_TYPE = AsciiString.cached("415");

    /** Looks at the headers; throws if they are not gRPC's. */
    static RequestHead of(Http2Headers headers) throws Refused {
        checkHttp(headers);
        return ofCall(headers);
    }

    private static void checkHttp(Http2Headers headers) throws Refused {
        CharSequence contentType = headers.get(GrpcHeaders.CONTENT_TYPE);
        if (contentType == null || !GrpcHeaders.isGrpc(contentType)) {
            throw new Refused(HTTP_UNSUPPORTED_MEDIA_TYPE, Status.INTERNAL.withDescription("content-type: "
                    + (contentType == null ? "none" : "'" + contentType + "'") + " (expected: application/grpc)"));
        }
        CharSequence method = headers.method();
        if (method == null || !GrpcHeaders.METHOD_POST.contentEquals(method)) {
            throw new Refused(HTTP_METHOD_NOT_ALLOWED,
                    Status.INTERNAL.withDescription("method: " + method + " (expected: POST)"));
        }
    }

    /** Looks at what the headers say of the call; whether they are gRPC's has been seen. */
    static RequestHead ofCall(Http2Headers headers) throws Refused {
        CharSequence encoding = headers.get(GrpcHeaders.ENCODING);
        Compression compression = Compression.named(encoding);
        if (compression == null) {
            throw new Refused(HTTP_OK, Status.UNIMPLEMENTED.withDescription(
                    "grpc-encoding: '" + encoding + "' (expected: one of " + Compression.ACCEPTED + ")"));
        }
        return new RequestHead(headers, compression, deadline(headers.get(GrpcHeaders.TIMEOUT)));
    }

    private static Deadline deadline(@Nullable CharSequence timeout) throws Refused {
        if (timeout == null) {
            return Deadline.NONE;
        }
        Duration left;
        try {
            left = GrpcTimeout.parse(timeout);
        } catch (IllegalArgumentException e) {
            throw new Refused(HTTP_OK, Status.INTERNAL.withDescription(e.getMessage()));
        }
        return Deadline.after(left, " (its caller's timeout)");
    }
}
