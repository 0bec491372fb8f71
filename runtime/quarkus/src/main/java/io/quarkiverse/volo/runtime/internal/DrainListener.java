package io.quarkiverse.volo.runtime.internal;

import io.quarkiverse.volo.grpc.services.HealthStatus;
import io.quarkus.runtime.shutdown.ShutdownListener;

/**
 * Has the server drain when the application stops. Quarkus waits for it as long as {@code quarkus.shutdown.timeout} says, while
 * the application, its clients included, works on; then the server is closed.
 */
final class DrainListener implements ShutdownListener {

    private final VoloServer server;
    private final HealthStatus health;

    DrainListener(VoloServer server, HealthStatus health) {
        this.server = server;
        this.health = health;
    }

    /** Called when {@code quarkus.shutdown.delay} begins, in which everything is still served. */
    @Override
    public void preShutdown(ShutdownNotification notification) {
        health.stopServing();
        notification.done();
    }

    /** Called by the thread that stops the application, which is not to wait here. */
    @Override
    public void shutdown(ShutdownNotification notification) {
        // Before anyone is told to call elsewhere; who watches would hold the connection.
        health.stopServing();
        health.endWatches();
        server.drain().onComplete(drained -> notification.done());
    }
}
