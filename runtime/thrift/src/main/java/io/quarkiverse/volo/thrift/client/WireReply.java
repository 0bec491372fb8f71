package io.quarkiverse.volo.thrift.client;

import org.jspecify.annotations.Nullable;

/**
 * A reply as decoded.
 *
 * @param item the success, {@code null} of a void method
 * @param failure the failure; {@code null} of a success
 * @param inStep whether it was the reply to the request that was sent last, so that the connection can go on
 */
record WireReply<R>(@Nullable R item, @Nullable Throwable failure, boolean inStep) {

    static <R> WireReply<R> success(@Nullable R item) {
        return new WireReply<>(item, null, true);
    }

    static <R> WireReply<R> failure(Throwable failure, boolean inStep) {
        return new WireReply<>(null, failure, inStep);
    }

    void tell(WireCall<?, R> call) {
        if (failure == null) {
            call.onItem(item);
        } else {
            call.onFailure(failure);
        }
    }
}
