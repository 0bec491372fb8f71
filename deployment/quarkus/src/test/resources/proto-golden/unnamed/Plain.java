import javax.annotation.processing.Generated;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.grpc.stub.GrpcService;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.NullMarked;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@GrpcService(PlainDefinition.class)
public interface Plain {

    Uni<PlainOuterClass.Request> call(PlainOuterClass.Request request);

    /** The same service with plain methods where a single message answers a single one. */
    @GrpcService(PlainDefinition.class)
    interface Blocking {

        PlainOuterClass.Request call(PlainOuterClass.Request request);
    }

    /** A client of the service. */
    @GrpcService(PlainDefinition.class)
    interface Client extends Plain {

        /** The same client with other options for the calls that are made through it. */
        Plain.Client with(CallOptions options);
    }

    /** A client of the service that waits for single replies. */
    @GrpcService(PlainDefinition.class)
    interface BlockingClient extends Plain.Blocking {

        /** The same client with other options for the calls that are made through it. */
        Plain.BlockingClient with(CallOptions options);
    }
}
