package io.quarkiverse.volo.deployment;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;

import io.quarkiverse.volo.VoloService;
import io.smallrye.mutiny.Uni;

/** The service that most tests call. */
@VoloService
public class HelloBean implements HelloService {

    @Override
    public Uni<HelloResponse> hello(HelloRequest request) {
        return Uni.createFrom().item(new HelloResponse("Hello " + request.name()));
    }
}
