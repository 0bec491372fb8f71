package io.quarkiverse.volo.metainfo;

import org.jspecify.annotations.Nullable;

import io.vertx.core.impl.ContextInternal;

/** Something that a Vert.x context is made for and that has metainfo, such as a served call. */
public interface MetainfoCarrier {

    /** Its metainfo, made now if there is none. */
    CallMetainfo metainfo();

    /** Its metainfo; {@code null} if there is none. */
    @Nullable
    CallMetainfo metainfoIfAny();

    /** Makes this what the context is for; does nothing to a context that others use too. */
    default void attachTo(ContextInternal context) {
        if (context.isDuplicate()) {
            context.localContextData().put(ContextKey.INSTANCE, this);
        }
    }

    /** What the context is for; {@code null} if nothing was attached to it. */
    static @Nullable MetainfoCarrier of(@Nullable ContextInternal context) {
        return ContextKey.read(context) instanceof MetainfoCarrier carrier ? carrier : null;
    }
}
