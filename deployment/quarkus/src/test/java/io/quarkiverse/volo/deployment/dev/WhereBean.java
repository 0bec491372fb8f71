package io.quarkiverse.volo.deployment.dev;

import jakarta.enterprise.event.Observes;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;

import io.quarkiverse.volo.VoloService;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Tells which application answers: the one of dev mode or the one of its tests; and counts their starts. */
@VoloService
public class WhereBean implements HelloService {

    void started(@Observes StartupEvent event) {
        String starts = "volo.test.starts-" + LaunchMode.current();
        System.setProperty(starts, String.valueOf(Integer.getInteger(starts, 0) + 1));
    }

    @Override
    public Uni<HelloResponse> hello(HelloRequest request) {
        return Uni.createFrom().item(new HelloResponse("Hello " + request.name() + " in " + LaunchMode.current()));
    }
}
