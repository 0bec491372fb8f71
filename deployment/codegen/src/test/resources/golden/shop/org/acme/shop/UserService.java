package org.acme.shop;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@ThriftService(UserServiceDefinition.class)
public interface UserService {

    /** @throws Refused as the IDL declares */
    Uni<User> find(long id);

    Uni<Void> save(User user);

    /** The same service with plain methods. */
    @ThriftService(UserServiceDefinition.class)
    interface Blocking {

        /** @throws Refused as the IDL declares */
        User find(long id);

        void save(User user);
    }

    /** A client of the service. */
    @ThriftService(UserServiceDefinition.class)
    interface Client extends UserService {

        /** The same client with other options for the calls that are made through it. */
        UserService.Client with(CallOptions options);
    }

    /** A client of the service that waits for the replies. */
    @ThriftService(UserServiceDefinition.class)
    interface BlockingClient extends UserService.Blocking {

        /** The same client with other options for the calls that are made through it. */
        UserService.BlockingClient with(CallOptions options);
    }
}
