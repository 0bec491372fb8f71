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
    private volatile @Nullable Supplier<@Nullable String> usedCompiler;
    private volatile boolean compiledAnew;

    private DevReload(HotReplacementContext context) {
        this.context = context;
    }

    /** Dev mode begins. */
    static void begin(HotReplacementContext context) {
        DevReload reload = new DevReload(context);
        context.addPreScanStep(reload::compileIdl);
        context.addPostRestartStep(reload::compileIdlIfConfiguredAnew);
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
            scanUntilSettled();
            DevServer.reloadProblem(problem());
        } catch (Throwable e) { // whatever it is, the developer is to see it in the answer
            LOG.error("Looking for changed sources failed", e);
            DevServer.reloadProblem("looking for changed sources failed: " + e);
        } finally {
            requests.forEach(DevReload::proceed);
        }
    }

    /** If the compiler of IDL files was configured anew, what it has generated now is a change as well. */
    private void scanUntilSettled() throws Exception {
        compiledAnew = false;
        context.doScan(true);
        if (compiledAnew) {
            context.doScan(true);
        }
    }

    private static void proceed(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException e) {
            LOG.error("A request was lost", e);
        }
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

    /** The reload may have been what mends the IDL, as by another directory of it: those who wait are not to see old errors. */
    private void compileIdlIfConfiguredAnew() {
        Supplier<@Nullable String> compiler = DevConsoleManager.getGlobal(IDL_COMPILER);
        if (compiler != null && !compiler.equals(usedCompiler)) {
            compileIdl();
            compiledAnew = true;
        }
    }

    /** Quarkus' own watcher sees changed IDL files only some time later, and deleted ones never. */
    private void compileIdl() {
        Supplier<@Nullable String> compiler = DevConsoleManager.getGlobal(IDL_COMPILER);
        if (compiler == null) {
            return;
        }
        usedCompiler = compiler;
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
