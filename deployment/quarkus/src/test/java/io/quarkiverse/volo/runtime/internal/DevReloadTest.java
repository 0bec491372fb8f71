package io.quarkiverse.volo.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.dev.spi.HotReplacementContext;

/** Calls that wait for a look at the sources. */
class DevReloadTest {

    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean fails;
    private volatile Runnable reload;
    private volatile Runnable preScan;
    private volatile Runnable postRestart;

    @AfterEach
    void end() {
        DevReload.end();
        DevServer.close();
    }

    @Test
    void callsGoOnThoughTheLookForChangesFailsWithAnError() throws InterruptedException {
        fails = true;
        DevReload.begin(context());
        CountDownLatch served = new CountDownLatch(1);
        DevReload.beforeRequest(null, served::countDown);
        assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void callsGoOnThoughOneBeforeThemFails() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allWait = new CountDownLatch(1);
        CountDownLatch served = new CountDownLatch(2);
        DevReload.begin(context());
        DevReload.beforeRequest(null, () -> {
            begun.countDown();
            awaitQuietly(allWait);
        });
        begun.await(10, TimeUnit.SECONDS);
        DevReload.beforeRequest(null, served::countDown);
        DevReload.beforeRequest(null, () -> {
            throw new IllegalStateException("deliberate");
        });
        DevReload.beforeRequest(null, served::countDown);
        allWait.countDown();
        assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void looksAgainForWhatACompilerHasGeneratedThatAReloadBrought() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        compiler("old", done);
        reload = () -> compiler("new", done);
        DevReload.begin(context());
        CountDownLatch served = new CountDownLatch(1);
        DevReload.beforeRequest(null, served::countDown);
        assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).as("before the reload, after it, before the next look").containsExactly("old", "new", "new");
        assertThat(looks).hasValue(2);
    }

    private static void compiler(String name, List<String> done) {
        Supplier<String> compiler = () -> {
            done.add(name);
            return null;
        };
        DevConsoleManager.setGlobal(DevReload.IDL_COMPILER, compiler);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HotReplacementContext context() {
        return (HotReplacementContext) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { HotReplacementContext.class }, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "addPreScanStep" -> preScan = (Runnable) arguments[0];
                        case "addPostRestartStep" -> postRestart = (Runnable) arguments[0];
                        case "doScan" -> {
                            return look();
                        }
                    }
                    return null;
                });
    }

    /** As Quarkus does; whether it has reloaded the application. */
    private boolean look() {
        looks.incrementAndGet();
        if (fails) {
            throw new AssertionError("deliberate");
        }
        preScan.run();
        Runnable now = reload;
        reload = null;
        if (now == null) {
            return false;
        }
        now.run();
        postRestart.run();
        return true;
    }
}
