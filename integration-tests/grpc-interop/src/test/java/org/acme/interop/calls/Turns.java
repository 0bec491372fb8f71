package org.acme.interop.calls;

import org.acme.interop.StreamingOutputCallRequest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;

/** Requests that are sent one by one. */
final class Turns {

    private final UnicastProcessor<StreamingOutputCallRequest> requests = UnicastProcessor.create();

    Multi<StreamingOutputCallRequest> requests() {
        return requests;
    }

    void send(StreamingOutputCallRequest request) {
        requests.onNext(request);
    }

    void complete() {
        requests.onComplete();
    }
}
