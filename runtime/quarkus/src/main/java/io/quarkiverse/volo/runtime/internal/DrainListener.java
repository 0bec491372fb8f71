package io.quarkiverse.volo.runtime.internal;

import io.quarkus.runtime.shutdown.ShutdownListener;

/**
 * Has the server drain when the application stops. Quarkus waits for it as long as {@code quarkus.shutdown.timeout} says, while
 * the application, its clients included, works on; then the server is closed.
 */
final class DrainListener implements ShutdownListener {

    private final VoloServer server;

    DrainListener(VoloServer server) {
        this.server = server;
    }

    /** Called by the thread that stops the application, which is not to wait here. */
    @Override
    public void shutdown(ShutdownNotification notification) {
        server.drain().onComplete(drained -> notification.done());
    }
}
