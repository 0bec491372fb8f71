package io.quarkiverse.volo.grpc.server;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;

/** Headers as HTTP/1.1 has them, and as HTTP/2 has them. */
final class WebHeaders {

    /** Of the connection, not of the request. */
    private static final Set<String> OF_CONNECTION = Set.of("connection", "keep-alive", "proxy-connection",
            "transfer-encoding", "upgrade", "http2-settings", "te", "expect", "content-length", "host");

    private WebHeaders() {
    }

    static Http2Headers of(HttpRequest request) {
        Http2Headers headers = new DefaultHttp2Headers(false).method(request.method().asciiName()).path(request.uri());
        String host = request.headers().get(HttpHeaderNames.HOST);
        if (host != null) {
            headers.authority(host);
        }
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!name.startsWith(":") && !OF_CONNECTION.contains(name)) {
                headers.add(name, header.getValue());
            }
        }
        return headers;
    }

    static HttpResponse response(Http2Headers headers) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(Integer.parseInt(headers.status().toString())));
        HttpHeaders own = response.headers();
        for (Map.Entry<CharSequence, CharSequence> header : headers) {
            if (header.getKey().charAt(0) != ':') {
                own.add(header.getKey(), header.getValue());
            }
        }
        return response;
    }
}
