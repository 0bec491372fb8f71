package io.quarkiverse.volo.testing;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;

/**
 * Fails a test class that lost a Netty buffer: one that was collected without having been released. Use it as
 * {@code @ExtendWith(FailOnBufferLeak.class)} on the outermost class.
 * <p>
 * A buffer that something still holds, such as a static field, an open connection or the test's own instance in
 * {@code Lifecycle.PER_CLASS}, is not seen. One listener serves the whole JVM, so classes that use this must not run at the
 * same time.
 */
public final class FailOnBufferLeak implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(FailOnBufferLeak.class);
    private static final String OUTERMOST = "outermost";

    // One collection finds the buffers, the next one what only finalizable or weakly held objects kept alive.
    private static final int COLLECTIONS = 2;
    private static final long COLLECTION_MILLIS = 2_000;

    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getStore(NAMESPACE);
        if (store.get(OUTERMOST) != null) {
            return;
        }
        store.put(OUTERMOST, context.getUniqueId());
        ResourceLeakDetector.setLevel(Level.PARANOID);
        // What other classes lost is theirs: find it before this class starts.
        ByteBufUtil.setLeakListener((type, records) -> {
        });
        findLeaks();
        ByteBufUtil.setLeakListener((type, records) -> leaks.add(records));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!context.getUniqueId().equals(context.getStore(NAMESPACE).get(OUTERMOST))) {
            return;
        }
        findLeaks();
        ByteBufUtil.setLeakListener(null);
        if (!leaks.isEmpty()) {
            throw new AssertionError("leaked buffers: " + leaks.size() + " different places (expected: 0) in "
                    + context.getRequiredTestClass().getName() + String.join("\n", leaks));
        }
    }

    private static void findLeaks() {
        for (int i = 0; i < COLLECTIONS; i++) {
            collectGarbage();
            reportCollected();
        }
    }

    private static void collectGarbage() {
        var collected = new ReferenceQueue<Object>();
        var canary = new WeakReference<>(new Object(), collected);
        System.gc();
        try {
            collected.remove(COLLECTION_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        canary.clear();
    }

    /** The detector looks for collected buffers only when it is asked to track another one. */
    private static void reportCollected() {
        for (int i = 0; i < 8; i++) {
            ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(16);
            buffer.release();
        }
    }
}
