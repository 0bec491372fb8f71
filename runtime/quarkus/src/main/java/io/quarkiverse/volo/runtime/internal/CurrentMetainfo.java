package io.quarkiverse.volo.runtime.internal;

import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.metainfo.Metainfo;

/** The metainfo that is injected: whatever thread asks it, it is the current one there. */
@ApplicationScoped
public class CurrentMetainfo implements Metainfo {

    @Override
    public @Nullable String getPersistent(String key) {
        return Metainfo.current().getPersistent(key);
    }

    @Override
    public Metainfo setPersistent(String key, String value) {
        return Metainfo.current().setPersistent(key, value);
    }

    @Override
    public Metainfo removePersistent(String key) {
        return Metainfo.current().removePersistent(key);
    }

    @Override
    public @Nullable String getTransient(String key) {
        return Metainfo.current().getTransient(key);
    }

    @Override
    public Metainfo setTransient(String key, String value) {
        return Metainfo.current().setTransient(key, value);
    }

    @Override
    public Metainfo removeTransient(String key) {
        return Metainfo.current().removeTransient(key);
    }

    @Override
    public @Nullable String getUpstream(String key) {
        return Metainfo.current().getUpstream(key);
    }

    @Override
    public @Nullable String getBackward(String key) {
        return Metainfo.current().getBackward(key);
    }

    @Override
    public Metainfo setBackward(String key, String value) {
        return Metainfo.current().setBackward(key, value);
    }

    @Override
    public Metainfo removeBackward(String key) {
        return Metainfo.current().removeBackward(key);
    }

    @Override
    public @Nullable String getDownstream(String key) {
        return Metainfo.current().getDownstream(key);
    }

    @Override
    public void forEachPersistent(BiConsumer<? super String, ? super String> action) {
        Metainfo.current().forEachPersistent(action);
    }

    @Override
    public void forEachTransient(BiConsumer<? super String, ? super String> action) {
        Metainfo.current().forEachTransient(action);
    }

    @Override
    public void forEachUpstream(BiConsumer<? super String, ? super String> action) {
        Metainfo.current().forEachUpstream(action);
    }

    @Override
    public void forEachBackward(BiConsumer<? super String, ? super String> action) {
        Metainfo.current().forEachBackward(action);
    }

    @Override
    public void forEachDownstream(BiConsumer<? super String, ? super String> action) {
        Metainfo.current().forEachDownstream(action);
    }

    @Override
    public Metainfo copy() {
        return Metainfo.current().copy();
    }
}
