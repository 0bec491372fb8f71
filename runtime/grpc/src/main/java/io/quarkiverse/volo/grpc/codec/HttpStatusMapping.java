package io.quarkiverse.volo.grpc.codec;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.netty.handler.codec.http2.Http2Error;

/** The status of a call whose peer told none: a proxy answered, or the stream was reset; see gRPC over HTTP2, "Errors". */
public final class HttpStatusMapping {

    private HttpStatusMapping() {
    }

    /**
     * The gRPC status for one of HTTP.
     *
     * @param httpStatus the value of {@code :status}; {@code null} if there was none
     */
    public static Status ofStatus(@Nullable CharSequence httpStatus) {
        String text = httpStatus == null ? "none" : httpStatus.toString();
        Status status = switch (text) {
            case "400", "431" -> Status.INTERNAL;
            case "401" -> Status.UNAUTHENTICATED;
            case "403" -> Status.PERMISSION_DENIED;
            case "404" -> Status.UNIMPLEMENTED;
            case "429", "502", "503", "504" -> Status.UNAVAILABLE;
            default -> Status.UNKNOWN;
        };
        return status.withDescription("HTTP status " + text + " without a gRPC status");
    }

    /** The gRPC status for the code of an RST_STREAM or GOAWAY. */
    public static Status ofReset(long errorCode) {
        Http2Error error = Http2Error.valueOf(errorCode);
        String text = "the peer reset the stream: " + (error == null ? "code " + errorCode : error.name());
        if (error == null) {
            return Status.UNKNOWN.withDescription(text);
        }
        Status status = switch (error) {
            case REFUSED_STREAM -> Status.UNAVAILABLE;
            case CANCEL -> Status.CANCELLED;
            case ENHANCE_YOUR_CALM -> Status.RESOURCE_EXHAUSTED;
            case INADEQUATE_SECURITY -> Status.PERMISSION_DENIED;
            case STREAM_CLOSED, HTTP_1_1_REQUIRED -> Status.UNKNOWN;
            default -> Status.INTERNAL;
        };
        return status.withDescription(text);
    }
}
