package io.quarkiverse.volo.runtime.internal;

import java.util.concurrent.CompletionException;

import io.vertx.core.Future;

/**
 * Waits for what must be done before the application has started or stopped, on the thread that starts or stops it. The one
 * place that blocks.
 */
final class StartupWait {

    private StartupWait() {
    }

    /** @throws RuntimeException the failure of the future */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
