package org.acme.store;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@ThriftService(HealthDefinition.class)
public interface Health {

    Uni<Void> ping();

    /** The same service with plain methods. */
    @ThriftService(HealthDefinition.class)
    interface Blocking {

        void ping();
    }

    /** A client of the service. */
    @ThriftService(HealthDefinition.class)
    interface Client extends Health {

        /** The same client with other options for the calls that are made through it. */
        Health.Client with(CallOptions options);
    }

    /** A client of the service that waits for the replies. */
    @ThriftService(HealthDefinition.class)
    interface BlockingClient extends Health.Blocking {

        /** The same client with other options for the calls that are made through it. */
        Health.BlockingClient with(CallOptions options);
    }
}
