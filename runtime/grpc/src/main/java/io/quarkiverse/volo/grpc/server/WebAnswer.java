package io.quarkiverse.volo.grpc.server;

import org.jspecify.annotations.Nullable;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;

/**
 * The answer to a request that is no call: what a browser asks before it calls, or what is no gRPC-Web.
 *
 * @param text says what is wrong; empty: nothing is
 */
record WebAnswer(Http2Headers headers, String text) {

    private static final AsciiString OPTIONS = AsciiString.cached("OPTIONS");
    private static final AsciiString ALLOW = AsciiString.cached("allow");
    private static final AsciiString PLAIN_TEXT = AsciiString.cached("text/plain; charset=utf-8");

    /** {@code null}: it is a call. */
    static @Nullable WebAnswer to(Http2Headers request, WebOptions options) {
        WebCors cors = new WebCors(request, options);
        if (!cors.isAllowed()) {
            return problem("403", "origin: '" + cors.origin() + "' (expected: one that is named in"
                    + " quarkus.volo.server.grpc.web.cors.origins)");
        }
        CharSequence method = request.method();
        if (method != null && OPTIONS.contentEquals(method) && request.contains(WebCors.REQUEST_METHOD)) {
            Http2Headers answer = new DefaultHttp2Headers(false).status("204");
            cors.addPreflightTo(answer, request);
            return new WebAnswer(answer, "");
        }
        if (method == null || !GrpcHeaders.METHOD_POST.contentEquals(method)) {
            WebAnswer answer = problem("405", "method: " + method + " (expected: POST, by gRPC-Web)");
            answer.headers.set(ALLOW, "POST, OPTIONS");
            return answer;
        }
        CharSequence contentType = request.get(GrpcHeaders.CONTENT_TYPE);
        if (contentType == null || !GrpcHeaders.isGrpcWeb(contentType)) {
            WebAnswer answer = problem("415", "content-type: " + (contentType == null ? "none" : "'" + contentType + "'")
                    + " (expected: application/grpc-web or application/grpc-web-text)");
            cors.addTo(answer.headers);
            return answer;
        }
        return null;
    }

    /** An answer that HTTP has a number for. */
    static WebAnswer problem(String status, String text) {
        return new WebAnswer(new DefaultHttp2Headers(false).status(status).set(GrpcHeaders.CONTENT_TYPE, PLAIN_TEXT),
                text + "\n");
    }
}
