package org.acme.hello;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.mutiny.Uni;

@ThriftService(HelloServiceDefinition.class)
public interface HelloService {

    Uni<HelloResponse> hello(HelloRequest request);

    Uni<Void> forget(HelloRequest request);

    @ThriftService(HelloServiceDefinition.class)
    interface Blocking {

        HelloResponse hello(HelloRequest request);

        void forget(HelloRequest request);
    }

    @ThriftService(HelloServiceDefinition.class)
    interface Client extends HelloService {

        Client with(CallOptions options);
    }

    @ThriftService(HelloServiceDefinition.class)
    interface BlockingClient extends Blocking {

        BlockingClient with(CallOptions options);
    }
}
