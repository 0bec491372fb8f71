package org.acme.hello;

import io.quarkiverse.volo.VoloService;
import io.smallrye.mutiny.Uni;

/** Serves the Thrift service. */
@VoloService
public class HelloBean implements HelloService {

    @Override
    public Uni<HelloResponse> hello(HelloRequest request) {
        return Uni.createFrom().item(new HelloResponse("Hello " + request.name()));
    }
}
