package io.quarkiverse.volo.runtime.internal;

import org.jspecify.annotations.Nullable;

import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;

/**
 * The server of dev mode. It outlives the application: a reload swaps what is served, while the port and the connections that
 * peers hold to it stay open. In tests each application has a server of its own, also where they run beside dev mode in one
 * JVM.
 */
final class DevServer {

    private static @Nullable VoloServer server;
    private static Routes routes = Routes.NONE;
    private static @Nullable String idlProblem;
    private static @Nullable String reloadProblem;

    private DevServer() {
    }

    /** Serves these methods from now on; binds the port if it is the first time, or another port than before. */
    static synchronized VoloServer serve(Vertx vertx, ServerSettings settings, @Nullable TlsConfiguration tls,
            Routes newRoutes) {
        VoloServer running = server;
        if (running != null && !running.settings().equals(settings)) {
            running.close();
            running = null;
            server = null;
        }
        routes = newRoutes;
        reloadProblem = null;
        if (running == null) {
            running = VoloServer.listen(vertx, settings, tls, current(), DevReload::beforeRequest);
            server = running;
        } else {
            running.routes(current());
            if (tls != null) { // what it says may have been edited too
                StartupWait.await(running.updateTls(tls));
            }
        }
        return running;
    }

    /** Nothing of the old application may be kept: its classes are to go. */
    static synchronized void applicationStops() {
        routes = Routes.NONE;
        update();
    }

    /** Answers all requests with what is wrong with the IDL, whatever else is; {@code null}: nothing is. */
    static synchronized void idlProblem(@Nullable String text) {
        idlProblem = text;
        update();
    }

    /** Answers all requests with what is wrong with the application; {@code null}: nothing is. */
    static synchronized void reloadProblem(@Nullable String text) {
        reloadProblem = text;
        update();
    }

    private static void update() {
        VoloServer running = server;
        if (running != null) {
            running.routes(current());
        }
    }

    private static Routes current() {
        // What is wrong with the IDL comes first: what is generated from it is missing then, and no more than a consequence.
        String text = idlProblem != null ? idlProblem : reloadProblem;
        return text == null ? routes : Routes.refusing(text);
    }

    /** Dev mode ends. */
    static synchronized void close() {
        VoloServer running = server;
        server = null;
        routes = Routes.NONE;
        idlProblem = null;
        reloadProblem = null;
        if (running != null) {
            running.close();
        }
    }
}
