package io.quarkiverse.volo.grpc.server;

import org.jspecify.annotations.Nullable;

import io.grpc.Metadata;
import io.grpc.Status;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;
import io.quarkiverse.volo.grpc.codec.MetadataHeaders;
import io.quarkiverse.volo.grpc.codec.MetainfoHeaders;
import io.quarkiverse.volo.grpc.codec.StatusTrailers;
import io.quarkiverse.volo.metainfo.CallMetainfo;

/** The headers and trailers of replies. Those of nearly all replies are the same, and are made once. */
final class ReplyHeaders {

    private static final Http2Headers PLAIN = ReadOnlyHttp2Headers.serverHeaders(false, RequestHead.HTTP_OK,
            GrpcHeaders.CONTENT_TYPE, GrpcHeaders.CONTENT_TYPE_GRPC);
    private static final Http2Headers OK = ReadOnlyHttp2Headers.trailers(false, GrpcHeaders.STATUS, AsciiString.cached("0"));
    private static final AsciiString PLAIN_TEXT = AsciiString.cached("text/plain; charset=utf-8");

    private ReplyHeaders() {
    }

    /** What goes before the messages of a reply that says nothing more. */
    static Http2Headers plain() {
        return PLAIN;
    }

    /** What goes before the messages of a reply. */
    static Http2Headers headers(RpcContext call, Compression compression) {
        Metadata own = call.get(GrpcMetadata.REPLY_HEADERS);
        CallMetainfo metainfo = call.metainfoIfAny();
        boolean backward = metainfo != null && metainfo.hasBackward();
        if (own == null && !backward && compression == Compression.IDENTITY) {
            return PLAIN;
        }
        Http2Headers headers = begin(RequestHead.HTTP_OK, GrpcHeaders.CONTENT_TYPE_GRPC);
        if (compression != Compression.IDENTITY) {
            headers.set(GrpcHeaders.ENCODING, compression.header());
        }
        addOwn(call, headers, own);
        return headers;
    }

    private static Http2Headers begin(AsciiString httpStatus, AsciiString contentType) {
        return new DefaultHttp2Headers(false).status(httpStatus).set(GrpcHeaders.CONTENT_TYPE, contentType);
    }

    private static void addOwn(RpcContext call, Http2Headers headers, @Nullable Metadata own) {
        CallMetainfo metainfo = call.metainfoIfAny();
        if (metainfo != null && metainfo.hasBackward()) {
            MetainfoHeaders.writeBackward(metainfo, headers);
        }
        if (own != null) {
            MetadataHeaders.write(own, headers);
        }
    }

    /** What goes behind the messages of a call that was answered. */
    static Http2Headers ok(RpcContext call) {
        Metadata own = call.get(GrpcMetadata.REPLY_TRAILERS);
        if (own == null) {
            return OK;
        }
        Http2Headers trailers = new DefaultHttp2Headers(false);
        StatusTrailers.writeOk(trailers);
        MetadataHeaders.write(own, trailers);
        return trailers;
    }

    /**
     * What a call ends with that has failed.
     *
     * @param begun whether the reply's headers have been sent; else these are all there is
     */
    static Http2Headers failure(RpcContext call, Throwable failure, boolean begun, boolean exposeErrors) {
        Http2Headers trailers = begun ? new DefaultHttp2Headers(false)
                : begin(RequestHead.HTTP_OK, GrpcHeaders.CONTENT_TYPE_GRPC);
        if (!begun) {
            addOwn(call, trailers, call.get(GrpcMetadata.REPLY_HEADERS));
        }
        Metadata own = call.get(GrpcMetadata.REPLY_TRAILERS);
        if (own != null) {
            MetadataHeaders.write(own, trailers);
        }
        StatusTrailers.write(failure, exposeErrors, trailers);
        return trailers;
    }

    /** The same, if what the application has to add cannot be written. */
    static Http2Headers failure(Throwable failure, boolean begun) {
        Http2Headers trailers = begun ? new DefaultHttp2Headers(false)
                : begin(RequestHead.HTTP_OK, GrpcHeaders.CONTENT_TYPE_GRPC);
        StatusTrailers.write(failure, true, trailers);
        return trailers;
    }

    /** The whole answer to a request that is not served. */
    static Http2Headers refusal(AsciiString httpStatus, Status status) {
        boolean grpc = httpStatus.equals(RequestHead.HTTP_OK);
        Http2Headers trailers = begin(httpStatus, grpc ? GrpcHeaders.CONTENT_TYPE_GRPC : PLAIN_TEXT);
        if (status.getCode() == Status.Code.UNIMPLEMENTED) {
            trailers.set(GrpcHeaders.ACCEPT_ENCODING, Compression.ACCEPTED);
        }
        StatusTrailers.write(status, trailers);
        return trailers;
    }
}
