package org.acme.shapes;

import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.quarkiverse.volo.thrift.value.LongList;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
@ThriftService(SamplerDefinition.class)
public interface Sampler {

    /** @throws Denied as the IDL declares */
    Uni<Sample> takeSample(String sensor, String secret);

    /** @deprecated use take */
    @Deprecated
    Uni<Void> old(OldSample sample);

    Uni<LongList> counts(LongList since, @Nullable Integer limit);

    /** The same service with plain methods. */
    @ThriftService(SamplerDefinition.class)
    interface Blocking {

        /** @throws Denied as the IDL declares */
        Sample takeSample(String sensor, String secret);

        /** @deprecated use take */
        @Deprecated
        void old(OldSample sample);

        LongList counts(LongList since, @Nullable Integer limit);
    }

    /** A client of the service. */
    @ThriftService(SamplerDefinition.class)
    interface Client extends Sampler {

        /** The same client with other options for the calls that are made through it. */
        Sampler.Client with(CallOptions options);
    }

    /** A client of the service that waits for the replies. */
    @ThriftService(SamplerDefinition.class)
    interface BlockingClient extends Sampler.Blocking {

        /** The same client with other options for the calls that are made through it. */
        Sampler.BlockingClient with(CallOptions options);
    }
}
