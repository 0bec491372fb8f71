package io.quarkiverse.volo.grpc.stub;

import java.util.function.Function;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Streams as generated clients show them. */
public final class Streams {

    private Streams() {
    }

    /** The opening of a call and its body as one: a failure to open fails the stream, and cancelling it cancels either. */
    public static <R> Multi<R> of(Uni<Multi<R>> call) {
        return call.onItem().transformToMulti(Function.identity());
    }
}
