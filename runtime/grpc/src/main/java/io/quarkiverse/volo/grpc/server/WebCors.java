package io.quarkiverse.volo.grpc.server;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;

/** What a browser is told of which pages may call; see the Fetch standard, "CORS protocol". */
final class WebCors {

    static final AsciiString ORIGIN = AsciiString.cached("origin");
    static final AsciiString REQUEST_METHOD = AsciiString.cached("access-control-request-method");
    private static final AsciiString REQUEST_HEADERS = AsciiString.cached("access-control-request-headers");
    private static final AsciiString ALLOW_ORIGIN = AsciiString.cached("access-control-allow-origin");
    private static final AsciiString ALLOW_METHODS = AsciiString.cached("access-control-allow-methods");
    private static final AsciiString ALLOW_HEADERS = AsciiString.cached("access-control-allow-headers");
    private static final AsciiString ALLOW_CREDENTIALS = AsciiString.cached("access-control-allow-credentials");
    private static final AsciiString EXPOSE_HEADERS = AsciiString.cached("access-control-expose-headers");
    private static final AsciiString MAX_AGE = AsciiString.cached("access-control-max-age");
    private static final AsciiString VARY = AsciiString.cached("vary");
    private static final List<String> EXPOSED = List.of("grpc-status", "grpc-message", "grpc-status-details-bin",
            "grpc-encoding");

    private final WebOptions options;
    /** Of a page from elsewhere; {@code null}: it needs no permission. */
    private final @Nullable CharSequence origin;

    WebCors(Http2Headers request, WebOptions options) {
        this.options = options;
        CharSequence from = request.get(ORIGIN);
        this.origin = from == null || isOwn(from, request.authority()) ? null : from;
    }

    /** A page that came from where it calls. */
    private static boolean isOwn(CharSequence origin, @Nullable CharSequence authority) {
        int scheme = origin.toString().indexOf("://");
        return scheme > 0 && authority != null
                && AsciiString.contentEqualsIgnoreCase(origin.subSequence(scheme + 3, origin.length()), authority);
    }

    /** Whether the page may call. */
    boolean isAllowed() {
        CharSequence from = origin;
        return from == null || options.origins().contains(WebOptions.ANY) || options.origins().contains(from.toString());
    }

    /** What goes with every answer to a page that may call. */
    void addTo(Http2Headers answer) {
        CharSequence from = origin;
        if (from == null) {
            return;
        }
        permit(answer, from);
        List<String> exposed = new ArrayList<>(EXPOSED);
        exposed.addAll(options.exposedHeaders());
        answer.set(EXPOSE_HEADERS, String.join(", ", exposed));
    }

    /** What answers a browser that asks beforehand. */
    void addPreflightTo(Http2Headers answer, Http2Headers request) {
        CharSequence from = origin;
        if (from == null) {
            return;
        }
        permit(answer, from);
        answer.set(ALLOW_METHODS, "POST");
        List<String> named = options.headers();
        CharSequence asked = request.get(REQUEST_HEADERS);
        if (named != null) {
            answer.set(ALLOW_HEADERS, String.join(", ", named));
        } else if (asked != null) {
            answer.set(ALLOW_HEADERS, asked);
        }
        answer.set(MAX_AGE, Long.toString(options.maxAge().toSeconds()));
    }

    private void permit(Http2Headers answer, CharSequence from) {
        answer.set(ALLOW_ORIGIN, options.origins().contains(WebOptions.ANY) ? WebOptions.ANY : from);
        answer.set(VARY, ORIGIN);
        if (options.credentials()) {
            answer.set(ALLOW_CREDENTIALS, "true");
        }
    }

    /** For messages. */
    CharSequence origin() {
        return origin == null ? "none" : origin;
    }
}
