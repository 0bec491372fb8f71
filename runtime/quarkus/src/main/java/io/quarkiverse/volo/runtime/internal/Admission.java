package io.quarkiverse.volo.runtime.internal;

import java.util.function.Consumer;

import io.quarkiverse.volo.context.RpcContext;

/** Finds out who makes a call before a bean serves it. */
interface Admission {

    /**
     * Asked on the call's event loop, in its context, while its request context is active; answers there.
     *
     * @param admitted runs when the bean can ask who it is, be it nobody
     * @param refused told why, if the caller says who it is and that is not true
     */
    void admit(RpcContext call, Runnable admitted, Consumer<Throwable> refused);

    /** What the caller is told of a failure of the bean, which may be that the caller may not do what it wants. */
    Throwable explain(RpcContext call, Throwable failure);
}
