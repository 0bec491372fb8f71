package org.acme.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Keeps values. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@ThriftService(StoreDefinition.class)
public interface Store extends Health {

    /**
     * Finds a value.
     *
     * @param key what was put
     * @throws NotFound as the IDL declares
     */
    Uni<String> getValue(String key);

    Uni<Map<String, List<String>>> all(@Nullable Integer limit, Set<String> prefixes);

    Uni<Integer> size();

    Uni<Void> forget(String key);

    /** The same service with plain methods. */
    @ThriftService(StoreDefinition.class)
    interface Blocking extends Health.Blocking {

        /**
         * Finds a value.
         *
         * @param key what was put
         * @throws NotFound as the IDL declares
         */
        String getValue(String key);

        Map<String, List<String>> all(@Nullable Integer limit, Set<String> prefixes);

        int size();

        void forget(String key);
    }

    /** A client of the service. */
    @ThriftService(StoreDefinition.class)
    interface Client extends Store, Health.Client {

        /** The same client with other options for the calls that are made through it. */
        @Override
        Store.Client with(CallOptions options);
    }

    /** A client of the service that waits for the replies. */
    @ThriftService(StoreDefinition.class)
    interface BlockingClient extends Store.Blocking, Health.BlockingClient {

        /** The same client with other options for the calls that are made through it. */
        @Override
        Store.BlockingClient with(CallOptions options);
    }
}
