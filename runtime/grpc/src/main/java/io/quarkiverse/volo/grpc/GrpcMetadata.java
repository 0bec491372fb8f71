package io.quarkiverse.volo.grpc;

import io.grpc.Metadata;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.context.AttributeKey;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.codec.MetadataHeaders;

/**
 * Where a call's own headers and trailers are: attributes of its {@link RpcContext}, for layers, handlers and callers.
 *
 * <p>
 * A handler or a layer of a server asks for them, and they are made if nobody has asked before:
 *
 * <pre>{@code
 * String tenant = GrpcMetadata.request(RpcContext.current()).get(TENANT);
 * GrpcMetadata.headers(RpcContext.current()).put(REGION, "before the reply");
 * GrpcMetadata.trailers(RpcContext.current()).put(COST, "behind the reply");
 * }</pre>
 *
 * <p>
 * A caller gives its call an object of its own for each that it has a use for:
 *
 * <pre>{@code
 * Metadata sent = new Metadata();
 * sent.put(Key.of("tenant", Metadata.ASCII_STRING_MARSHALLER), "acme");
 * Metadata trailers = new Metadata();
 * cart.with(CallOptions.DEFAULT.with(GrpcMetadata.REQUEST_HEADERS, sent).with(GrpcMetadata.REPLY_TRAILERS, trailers))
 * }</pre>
 *
 * <p>
 * {@link Metadata} is not made for several threads: what is given to a call belongs to it until the call has ended. The
 * trailers of a call that failed are in its {@link io.grpc.StatusRuntimeException} too.
 */
public final class GrpcMetadata {

    /** On a client: sent with the request. On a server: what came with it; ask by {@link #request}. */
    public static final AttributeKey<Metadata> REQUEST_HEADERS = AttributeKey.of("gRPC request headers");

    /**
     * On a client: filled with what comes before the reply's first message. On a server: sent before it; later additions are
     * lost.
     */
    public static final AttributeKey<Metadata> REPLY_HEADERS = AttributeKey.of("gRPC reply headers");

    /** On a client: filled with what comes after the reply's last message. On a server: sent then. */
    public static final AttributeKey<Metadata> REPLY_TRAILERS = AttributeKey.of("gRPC reply trailers");

    private static final AttributeKey<Http2Headers> RECEIVED = AttributeKey.of("gRPC request, as it came");

    private GrpcMetadata() {
    }

    /** What comes with the request: on a server what the caller sent, on a client what will be sent. */
    public static Metadata request(RpcContext call) {
        Metadata known = call.get(REQUEST_HEADERS);
        if (known == null) {
            Http2Headers received = call.get(RECEIVED);
            known = received == null ? new Metadata() : MetadataHeaders.read(received);
            call.put(REQUEST_HEADERS, known);
        }
        return known;
    }

    /** What comes before the reply; a server's may be added to until the reply leaves, a stream's until it is answered. */
    public static Metadata headers(RpcContext call) {
        return made(call, REPLY_HEADERS);
    }

    /** What comes behind the reply; a server's may be added to until the call has ended. */
    public static Metadata trailers(RpcContext call) {
        return made(call, REPLY_TRAILERS);
    }

    private static Metadata made(RpcContext call, AttributeKey<Metadata> key) {
        Metadata known = call.get(key);
        if (known == null) {
            known = new Metadata();
            call.put(key, known);
        }
        return known;
    }

    /** For a server's transport: the request's headers, which are read when somebody asks. */
    public static void received(RpcContext call, Http2Headers headers) {
        call.put(RECEIVED, headers);
    }
}
