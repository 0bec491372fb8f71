package io.quarkiverse.volo.thrift.server;

import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftMethod;

/** Leads a method's calls to the service that answers them, and remembers how large its replies are. */
final class Route<Q, R> {

    private static final int FIRST_GUESS = 256;
    private static final int LARGEST_GUESS = 64 * 1024;

    final ThriftMethod<Q, R> method;
    final Service<Q, R> service;
    final RoutedService of;

    // Written without care by all event loops: it is only a guess.
    private int replySize = FIRST_GUESS;

    /** @param of the service that the method is one of */
    Route(ThriftMethod<Q, R> method, Service<Q, R> service, RoutedService of) {
        this.method = method;
        this.service = service;
        this.of = of;
    }

    int expectedReplySize() {
        return replySize;
    }

    void sawReply(int size) {
        replySize = Math.min(LARGEST_GUESS, Math.max(64, size + (size >> 3)));
    }
}
