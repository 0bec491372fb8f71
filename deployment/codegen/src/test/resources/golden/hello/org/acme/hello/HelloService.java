package org.acme.hello;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;

/** Greets. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@ThriftService(HelloServiceDefinition.class)
public interface HelloService {

    /** Says hello. */
    Uni<HelloResponse> hello(HelloRequest request);

    /** The same service with plain methods. */
    @ThriftService(HelloServiceDefinition.class)
    interface Blocking {

        /** Says hello. */
        HelloResponse hello(HelloRequest request);
    }

    /** A client of the service. */
    @ThriftService(HelloServiceDefinition.class)
    interface Client extends HelloService {

        /** The same client with other options for the calls that are made through it. */
        HelloService.Client with(CallOptions options);
    }

    /** A client of the service that waits for the replies. */
    @ThriftService(HelloServiceDefinition.class)
    interface BlockingClient extends HelloService.Blocking {

        /** The same client with other options for the calls that are made through it. */
        HelloService.BlockingClient with(CallOptions options);
    }
}
