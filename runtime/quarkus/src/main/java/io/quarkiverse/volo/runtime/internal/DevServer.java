package io.quarkiverse.volo.runtime.internal;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.server.ThriftRoutes;
import io.vertx.core.Vertx;

/**
 * The server of dev mode. It outlives the application: a reload swaps what is served, while the port and the connections that
 * peers hold to it stay open. In tests each application has a server of its own, also where they run beside dev mode in one
 * JVM.
 */
final class DevServer {

    private static @Nullable VoloServer server;
    private static ThriftRoutes routes = ThriftRoutes.NONE;
    private static @Nullable String problem;

    private DevServer() {
    }

    /** Serves these methods from now on; binds the port if it is the first time, or another port than before. */
    static synchronized VoloServer serve(Vertx vertx, ServerSettings settings, ThriftRoutes newRoutes) {
        VoloServer running = server;
        if (running != null && !running.settings().equals(settings)) {
            running.close();
            running = null;
            server = null;
        }
        routes = newRoutes;
        problem = null;
        if (running == null) {
            running = VoloServer.listen(vertx, settings, newRoutes, DevReload::beforeRequest);
            server = running;
        } else {
            running.routes(newRoutes);
        }
        return running;
    }

    /** Nothing of the old application may be kept: its classes are to go. */
    static synchronized void applicationStops() {
        routes = ThriftRoutes.NONE;
        update();
    }

    /** Answers all requests with what is wrong with the sources; {@code null}: nothing is. */
    static synchronized void problem(@Nullable String text) {
        problem = text;
        update();
    }

    private static void update() {
        VoloServer running = server;
        if (running != null) {
            String text = problem;
            running.routes(text == null ? routes : ThriftRoutes.refusing(text));
        }
    }

    /** Dev mode ends. */
    static synchronized void close() {
        VoloServer running = server;
        server = null;
        routes = ThriftRoutes.NONE;
        problem = null;
        if (running != null) {
            running.close();
        }
    }
}
