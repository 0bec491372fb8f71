package org.acme.hello;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.volo.VoloClient;
import io.smallrye.mutiny.Uni;

/** Answers an HTTP request with what the Thrift service says. */
@Path("/hello")
public class HelloResource {

    /** Without an address in dev mode and tests, it calls the application's own server. */
    @VoloClient
    HelloService hello;

    @GET
    @Path("/{name}")
    public Uni<String> hello(String name) {
        return hello.hello(new HelloRequest(name)).map(HelloResponse::message);
    }
}
