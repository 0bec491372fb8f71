package io.quarkiverse.volo.grpc.client;

import io.grpc.Metadata;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;
import io.quarkiverse.volo.grpc.codec.GrpcTimeout;
import io.quarkiverse.volo.grpc.codec.MetadataHeaders;
import io.quarkiverse.volo.grpc.codec.MetainfoHeaders;
import io.quarkiverse.volo.metainfo.CallMetainfo;

/** Makes the headers of a connection's requests. */
final class RequestHeaders {

    private static final AsciiString USER_AGENT = AsciiString.cached("grpc-java-volo/0.1");
    private static final AsciiString LOCALHOST = AsciiString.cached("localhost");
    private static final int USUAL_COUNT = 16;

    private final AsciiString scheme;
    private final AsciiString authority;

    /** @param peer whose name the requests carry; a Unix domain socket has none */
    RequestHeaders(Address peer, boolean tls) {
        this.scheme = AsciiString.cached(tls ? "https" : "http");
        this.authority = peer.path() != null ? LOCALHOST : AsciiString.cached(peer.toString());
    }

    /**
     * The headers of a call's request.
     *
     * @throws IllegalArgumentException if what the caller wants to be sent cannot be
     */
    Http2Headers of(RpcContext call, GrpcMethod<?, ?> method, Compression compression) {
        // Unchecked: all names are ours, or were looked at.
        Http2Headers headers = new DefaultHttp2Headers(false, USUAL_COUNT);
        headers.add(PseudoHeaders.METHOD, GrpcHeaders.METHOD_POST)
                .add(PseudoHeaders.SCHEME, scheme)
                .add(PseudoHeaders.PATH, method.path())
                .add(PseudoHeaders.AUTHORITY, authority)
                .add(GrpcHeaders.TE, GrpcHeaders.TE_TRAILERS)
                .add(GrpcHeaders.CONTENT_TYPE, GrpcHeaders.CONTENT_TYPE_GRPC)
                .add(GrpcHeaders.USER_AGENT, USER_AGENT)
                .add(GrpcHeaders.ACCEPT_ENCODING, Compression.ACCEPTED);
        if (compression != Compression.IDENTITY) {
            headers.add(GrpcHeaders.ENCODING, compression.header());
        }
        Deadline deadline = call.deadline();
        if (!deadline.isNone()) {
            headers.add(GrpcHeaders.TIMEOUT, GrpcTimeout.format(deadline.remainingNanos()));
        }
        names(headers, call, method);
        CallMetainfo metainfo = call.metainfoIfAny();
        if (metainfo != null && metainfo.hasForward()) {
            MetainfoHeaders.writeForward(metainfo, headers);
        }
        Metadata own = call.get(GrpcMetadata.REQUEST_HEADERS);
        if (own != null) {
            MetadataHeaders.write(own, headers);
        }
        return headers;
    }

    /** Who calls whom, for peers that are Volo's or Kitex'. */
    private static void names(Http2Headers headers, RpcContext call, GrpcMethod<?, ?> method) {
        String caller = call.caller().service();
        if (caller.isEmpty()) {
            return;
        }
        headers.add(GrpcHeaders.SOURCE_SERVICE, caller)
                .add(GrpcHeaders.DESTINATION_SERVICE, call.callee().service())
                .add(GrpcHeaders.DESTINATION_METHOD, method.path());
    }

    /** As text they would be looked up each time. */
    private static final class PseudoHeaders {

        static final AsciiString METHOD = Http2Headers.PseudoHeaderName.METHOD.value();
        static final AsciiString SCHEME = Http2Headers.PseudoHeaderName.SCHEME.value();
        static final AsciiString PATH = Http2Headers.PseudoHeaderName.PATH.value();
        static final AsciiString AUTHORITY = Http2Headers.PseudoHeaderName.AUTHORITY.value();
    }
}
