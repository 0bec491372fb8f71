package io.quarkiverse.volo.thrift.server;

import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;

/** Leads a method's calls to the service that answers them, and remembers how large its replies are. */
final class Route<Q, R> {

    private static final int FIRST_GUESS = 256;
    private static final int LARGEST_GUESS = 64 * 1024;

    final ThriftMethod<Q, R> method;
    final Service<Q, R> service;
    /** Who is called: the same for all calls. */
    final Endpoint callee;
    /** In the requests of all of the service's methods. */
    final MalformedStrings malformed;
    /** In the replies of all of the service's methods. */
    final UncarriedMetainfo uncarried;

    // Written without care by all event loops: it is only a guess.
    private int replySize = FIRST_GUESS;

    Route(ThriftMethod<Q, R> method, Service<Q, R> service, MalformedStrings malformed, UncarriedMetainfo uncarried) {
        this.uncarried = uncarried;
        this.method = method;
        this.service = service;
        this.malformed = malformed;
        this.callee = new Endpoint(method.service(), null);
    }

    int expectedReplySize() {
        return replySize;
    }

    void sawReply(int size) {
        replySize = Math.min(LARGEST_GUESS, Math.max(64, size + (size >> 3)));
    }
}
