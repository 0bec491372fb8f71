package io.quarkiverse.volo.testing;

/** Virtual threads from code that is compiled for Java 17; there are some from Java 21 on. */
public final class VirtualThreads {

    private VirtualThreads() {
    }

    public static void start(Runnable task) {
        try {
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("virtual threads need Java 21", e);
        }
    }
}
