package io.quarkiverse.volo.deployment.bean;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;

import io.quarkiverse.volo.VoloClient;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;

/** A test of the thread that serves a call: the bean of the test answers with it. */
abstract class ThreadProbe {

    @VoloClient
    HelloService.Blocking hello;

    final String servedOn() {
        return hello.hello(new HelloRequest("Ada")).message();
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
}
