package io.quarkiverse.volo.deployment.bean;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;

import io.quarkiverse.volo.VoloService;
import io.quarkus.arc.Arc;

/** Needs no request scope, and tells a caller whether there is one. */
@VoloService
public class RequestScopeProbe implements HelloService.Blocking {

    @Override
    public HelloResponse hello(HelloRequest request) {
        return new HelloResponse("active: " + Arc.container().requestContext().isActive());
    }
}
