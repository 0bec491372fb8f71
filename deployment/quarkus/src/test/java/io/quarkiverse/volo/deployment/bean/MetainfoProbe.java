package io.quarkiverse.volo.deployment.bean;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/** A test of what a bean sees of its call's metainfo: the bean of the test answers with it. */
abstract class MetainfoProbe {

    @VoloClient
    HelloService.Blocking hello;

    @Inject
    Headers headers;

    /** What the bean has read, and what it has answered beside. */
    final String seenBy(String caller) {
        String seen = hello.hello(new HelloRequest(caller)).message();
        return seen + ", back: " + headers.back;
    }

    /** In the bean; on its thread. */
    static String exchange(Metainfo injected) {
        injected.setBackward("B", "from the bean to " + injected.getUpstream("T"));
        return injected.getPersistent("P") + " " + injected.getUpstream("T") + " " + Metainfo.current().getUpstream("T");
    }

    /** Does what a transport with headers does. */
    @GlobalLayer(Role.SERVER)
    public static class Transport implements Layer {

        @Inject
        Headers headers;

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                CallMetainfo received = context.metainfo();
                received.receivedPersistent("P", "persistent");
                received.receivedTransient("T", "upstream");
                return next.call(context, request).invoke(() -> headers.back = String.valueOf(received.getBackward("B")));
            };
        }
    }

    @Singleton
    public static class Headers {

        volatile String back = "";
    }
}
