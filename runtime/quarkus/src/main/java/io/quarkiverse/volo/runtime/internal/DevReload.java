package io.quarkiverse.volo.runtime.internal;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.dev.spi.HotReplacementContext;

/**
 * Looks for changed sources before a request is served. A scan serves all requests that came before it began; those that come
 * meanwhile wait for the next, as they may come after an edit that the scan has missed. Scans run on a thread of their own.
 */
final class DevReload {

    /** Where the deployment side leaves the compiler of IDL files: it answers what is wrong, or nothing. */
    static final String IDL_COMPILER = "io.quarkiverse.volo.idl-compiler";

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.dev");

    private static volatile @Nullable DevReload current;

    private final HotReplacementContext context;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DevReload::newThread);
    private List<Runnable> waiting = new ArrayList<>();
    private volatile @Nullable String idlProblem;

    private DevReload(HotReplacementContext context) {
        this.context = context;
    }

    /** Dev mode begins. */
    static void begin(HotReplacementContext context) {
        DevReload reload = new DevReload(context);
        context.addPreScanStep(reload::compileIdl);
        current = reload;
    }

    /** Dev mode ends. */
    static void end() {
        DevReload reload = current;
        current = null;
        if (reload != null) {
            reload.thread.shutdownNow();
        }
    }

    /**
     * Runs the task when the application is up to date. Calls that the application makes to itself are not the developer's: a
     * reload would pull the application away from under the request that it is serving just then.
     */
    static void beforeRequest(@Nullable SocketAddress peer, Runnable proceed) {
        DevReload reload = current;
        if (reload == null || OwnConnections.contains(peer)) {
            proceed.run();
        } else {
            reload.enqueue(proceed);
        }
    }

    private void enqueue(Runnable proceed) {
        synchronized (this) {
            waiting.add(proceed);
            if (waiting.size() > 1) {
                return;
            }
        }
        thread.execute(this::scan);
    }

    private void scan() {
        List<Runnable> requests;
        synchronized (this) {
            requests = waiting;
            waiting = new ArrayList<>();
        }
        try {
            context.doScan(true);
            DevServer.reloadProblem(problem());
        } catch (Exception | LinkageError e) {
            LOG.error("Looking for changed sources failed", e);
            DevServer.reloadProblem("looking for changed sources failed: " + e);
        }
        requests.forEach(Runnable::run);
    }

    private @Nullable String problem() {
        Throwable problem = context.getDeploymentProblem();
        return problem == null ? null : "the application could not be reloaded: " + rootCause(problem);
    }

    private static Throwable rootCause(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Quarkus' own watcher sees changed IDL files only some time later, and deleted ones never. */
    private void compileIdl() {
        Supplier<@Nullable String> compiler = DevConsoleManager.getGlobal(IDL_COMPILER);
        if (compiler == null) {
            return;
        }
        String problem = compiler.get();
        if (problem != null && !problem.equals(idlProblem)) {
            LOG.error(problem);
        }
        idlProblem = problem;
        // Now, not after the scan: others start scans as well, HTTP for one, and own calls, which start none, follow.
        DevServer.idlProblem(problem);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "volo-dev-reload");
        thread.setDaemon(true);
        return thread;
    }
}
