package io.quarkiverse.volo.deployment.bean;

import org.acme.hello.HelloResponse;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Tells a caller which thread serves it. */
final class ThreadProbe {

    private ThreadProbe() {
    }

    static HelloResponse thread() {
        return new HelloResponse(kind() + (VertxContext.isOnDuplicatedContext() ? " in a context of its own" : ""));
    }

    private static String kind() {
        if (Context.isOnEventLoopThread()) {
            return "event loop";
        }
        return Thread.currentThread().getClass().getName().contains("VirtualThread") ? "virtual thread" : "worker";
    }

    static int contextIdentity() {
        return System.identityHashCode(Vertx.currentContext());
    }
}
