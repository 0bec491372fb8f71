package io.quarkiverse.volo.deployment.dev;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The class loaders of the applications that were started; they tell it by the class loader that they share with the test. */
public final class SeenLoaders {

    static final List<WeakReference<ClassLoader>> ALL = new CopyOnWriteArrayList<>();

    private SeenLoaders() {
    }

    public static void add(ClassLoader loader) {
        ALL.add(new WeakReference<>(loader));
    }
}
