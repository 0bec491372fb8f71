package io.quarkiverse.volo.grpc.server;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.codec.GrpcHeaders;
import io.quarkiverse.volo.grpc.codec.MetainfoHeaders;
import io.quarkiverse.volo.metainfo.CallMetainfo;

/** Makes calls of the requests of one connection. Used on its event loop only. */
final class CallMaker {

    private final GrpcServer server;
    private final Endpoint peer;
    private final EventLoop loop;
    /** The last that named itself. */
    private Endpoint caller;

    CallMaker(GrpcServer server, Endpoint peer, EventLoop loop) {
        this.server = server;
        this.peer = peer;
        this.loop = loop;
        this.caller = peer;
    }

    /** Finds the method that is called. */
    Route<?, ?> route(Http2Headers headers) throws RequestHead.Refused {
        CharSequence path = headers.path();
        GrpcRoutes routes = server.routes();
        Route<?, ?> route = path == null ? null : routes.find(path);
        if (route == null) {
            throw new RequestHead.Refused(RequestHead.HTTP_OK, routes.refusal(path == null ? "" : path));
        }
        return route;
    }

    /** A call that has not begun. */
    <Q, R> ServerCall<Q, R> make(CallHost host, Route<Q, R> route, RequestHead head) {
        Http2Headers headers = head.headers();
        RpcContext facts = new RpcContext(Role.SERVER, route.method(), loop);
        facts.caller(callerOf(headers));
        facts.callee(route.callee());
        facts.deadline(head.deadline());
        CallMetainfo metainfo = MetainfoHeaders.readForward(headers);
        if (metainfo != null) {
            facts.metainfo(metainfo);
        }
        GrpcMetadata.received(facts, headers);
        Compression replies = server.options().replies();
        boolean compressed = replies != Compression.IDENTITY && replies.isAmong(headers.get(GrpcHeaders.ACCEPT_ENCODING));
        return new ServerCall<>(host, route, facts, head, compressed ? replies : Compression.IDENTITY);
    }

    private Endpoint callerOf(Http2Headers headers) {
        CharSequence service = headers.get(GrpcHeaders.SOURCE_SERVICE);
        if (service == null || service.length() == 0) {
            return peer;
        }
        if (!AsciiString.contentEquals(caller.service(), service)) {
            caller = peer.named(service.toString());
        }
        return caller;
    }
}
