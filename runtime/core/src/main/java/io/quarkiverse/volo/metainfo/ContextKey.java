package io.quarkiverse.volo.metainfo;

import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.vertx.core.impl.ContextInternal;
import io.vertx.core.spi.context.storage.AccessMode;

/** Under which a duplicated context keeps its metainfo, or a carrier of it. */
enum ContextKey {

    INSTANCE;

    /** What is kept in the context; {@code null} if nothing, or if others use the context too. */
    static @Nullable Object read(@Nullable ContextInternal context) {
        if (context == null || !context.isDuplicate()) {
            return null;
        }
        // Not localContextData(), which would make a map.
        ConcurrentMap<Object, Object> locals = context.getLocal(ContextInternal.LOCAL_MAP, AccessMode.CONCURRENT);
        return locals == null ? null : locals.get(INSTANCE);
    }
}
