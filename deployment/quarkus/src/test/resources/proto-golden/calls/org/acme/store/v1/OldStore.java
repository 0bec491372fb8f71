package org.acme.store.v1;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.grpc.stub.GrpcService;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@Deprecated
@GrpcService(OldStoreDefinition.class)
public interface OldStore {

    Uni<OldRequest> get(GetItemRequest request);

    /** The same service with plain methods where a single message answers a single one. */
    @GrpcService(OldStoreDefinition.class)
    interface Blocking {

        OldRequest get(GetItemRequest request);
    }

    /** A client of the service. */
    @GrpcService(OldStoreDefinition.class)
    interface Client extends OldStore {

        /** The same client with other options for the calls that are made through it. */
        OldStore.Client with(CallOptions options);
    }

    /** A client of the service that waits for single replies. */
    @GrpcService(OldStoreDefinition.class)
    interface BlockingClient extends OldStore.Blocking {

        /** The same client with other options for the calls that are made through it. */
        OldStore.BlockingClient with(CallOptions options);
    }
}
