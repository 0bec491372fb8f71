package org.acme.shapes;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@ThriftService(BetterSamplerDefinition.class)
public interface BetterSampler extends Sampler {

    Uni<Void> again();

    /** The same service with plain methods. */
    @ThriftService(BetterSamplerDefinition.class)
    interface Blocking extends Sampler.Blocking {

        void again();
    }

    /** A client of the service. */
    @ThriftService(BetterSamplerDefinition.class)
    interface Client extends BetterSampler, Sampler.Client {

        /** The same client with other options for the calls that are made through it. */
        @Override
        BetterSampler.Client with(CallOptions options);
    }

    /** A client of the service that waits for the replies. */
    @ThriftService(BetterSamplerDefinition.class)
    interface BlockingClient extends BetterSampler.Blocking, Sampler.BlockingClient {

        /** The same client with other options for the calls that are made through it. */
        @Override
        BetterSampler.BlockingClient with(CallOptions options);
    }
}
