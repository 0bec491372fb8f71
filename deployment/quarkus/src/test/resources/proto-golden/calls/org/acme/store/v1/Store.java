package org.acme.store.v1;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.grpc.stub.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.acme.store.items.Items;
import org.jspecify.annotations.NullMarked;

/**
 * Keeps items; {&#64;code} marks, &lt;b&gt;HTML&lt;/b&gt;, &#92;u002a and *&#47; in comments do no harm.
 *
 *   Indented lines stay so.
 */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
@GrpcService(StoreDefinition.class)
public interface Store {

    /** Finds an item. */
    Uni<Items.Item> getItem(GetItemRequest request);

    /**
     * Watches a shelf,
     * as long as somebody listens.
     */
    Multi<Items.Item.Change> watchShelf(Items.Shelf request);

    /** Adds many. */
    Uni<Summary> addAll(Multi<Items.Item> requests);

    Multi<Items.Item.Change.Reason> chat(Multi<Items.Item.Change> requests);

    /** Names that Java keeps for itself. */
    Uni<com.google.protobuf.Empty> new_(com.google.protobuf.Empty request);

    Uni<org.acme.store.v1.Client> httpStatus(com.google.protobuf.Empty request);

    Uni<List> toString_(List request);

    Uni<List> toString__(List request);

    Uni<String> with_(List request);

    /** No longer used. */
    @Deprecated
    Uni<Items.Item> old(OldRequest request);

    /** The same service with plain methods where a single message answers a single one. */
    @GrpcService(StoreDefinition.class)
    interface Blocking {

        /** Finds an item. */
        Items.Item getItem(GetItemRequest request);

        /**
         * Watches a shelf,
         * as long as somebody listens.
         */
        Multi<Items.Item.Change> watchShelf(Items.Shelf request);

        /** Adds many. */
        Uni<Summary> addAll(Multi<Items.Item> requests);

        Multi<Items.Item.Change.Reason> chat(Multi<Items.Item.Change> requests);

        /** Names that Java keeps for itself. */
        com.google.protobuf.Empty new_(com.google.protobuf.Empty request);

        org.acme.store.v1.Client httpStatus(com.google.protobuf.Empty request);

        List toString_(List request);

        List toString__(List request);

        String with_(List request);

        /** No longer used. */
        @Deprecated
        Items.Item old(OldRequest request);
    }

    /** A client of the service. */
    @GrpcService(StoreDefinition.class)
    interface Client extends Store {

        /** The same client with other options for the calls that are made through it. */
        Store.Client with(CallOptions options);
    }

    /** A client of the service that waits for single replies. */
    @GrpcService(StoreDefinition.class)
    interface BlockingClient extends Store.Blocking {

        /** The same client with other options for the calls that are made through it. */
        Store.BlockingClient with(CallOptions options);
    }
}
