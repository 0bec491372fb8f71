package org.acme.store.v1;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.grpc.stub.GrpcService;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@GrpcService(EmptyDefinition.class)
public interface Empty {

    /** The same service with plain methods where a single message answers a single one. */
    @GrpcService(EmptyDefinition.class)
    interface Blocking {
    }

    /** A client of the service. */
    @GrpcService(EmptyDefinition.class)
    interface Client extends Empty {

        /** The same client with other options for the calls that are made through it. */
        Empty.Client with(CallOptions options);
    }

    /** A client of the service that waits for single replies. */
    @GrpcService(EmptyDefinition.class)
    interface BlockingClient extends Empty.Blocking {

        /** The same client with other options for the calls that are made through it. */
        Empty.BlockingClient with(CallOptions options);
    }
}
