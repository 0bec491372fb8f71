package io.quarkiverse.volo.grpc.server;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;

/**
 * What the headers of a gRPC-Web request say of its form, and its reply's.
 *
 * @param text whether the request's body is in base64
 * @param textReply whether the reply's is to be
 * @param cors whether the page may read the reply
 */
record WebRequest(boolean text, boolean textReply, WebCors cors) {

    private static final AsciiString ACCEPT = AsciiString.cached("accept");
    private static final AsciiString OPTIONS = AsciiString.cached("OPTIONS");
    private static final AsciiString WEB = AsciiString.cached("application/grpc-web+proto");
    private static final AsciiString WEB_TEXT = AsciiString.cached("application/grpc-web-text+proto");

    /** Whether a request by HTTP/2 is gRPC-Web's, or what a browser asks beforehand. */
    static boolean isOne(Http2Headers headers) {
        CharSequence contentType = headers.get(GrpcHeaders.CONTENT_TYPE);
        if (contentType != null && GrpcHeaders.isGrpcWeb(contentType)) {
            return true;
        }
        CharSequence method = headers.method();
        return method != null && OPTIONS.contentEquals(method);
    }

    static WebRequest of(Http2Headers headers, WebOptions options) {
        boolean text = isText(headers.get(GrpcHeaders.CONTENT_TYPE));
        CharSequence accept = headers.get(ACCEPT);
        boolean binaryReply = accept != null && GrpcHeaders.isGrpcWeb(accept) && !isText(accept);
        return new WebRequest(text, isText(accept) || (text && !binaryReply), new WebCors(headers, options));
    }

    private static boolean isText(@Nullable CharSequence contentType) {
        return contentType != null && GrpcHeaders.isGrpcWebText(contentType);
    }

    /** gRPC's reply headers as they are sent here. */
    Http2Headers replyHeaders(Http2Headers grpc) {
        Http2Headers headers = new DefaultHttp2Headers(false);
        for (Map.Entry<CharSequence, CharSequence> header : grpc) {
            headers.add(header.getKey(), header.getValue());
        }
        headers.set(GrpcHeaders.CONTENT_TYPE, textReply ? WEB_TEXT : WEB);
        cors.addTo(headers);
        return headers;
    }
}
