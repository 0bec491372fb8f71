package io.quarkiverse.volo.runtime.internal;

import io.quarkiverse.volo.grpc.server.GrpcRoutes;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;

/** What a server serves, by protocol. */
record Routes(ThriftRoutes thrift, GrpcRoutes grpc) {

    /** Serves nothing. */
    static final Routes NONE = new Routes(ThriftRoutes.NONE, GrpcRoutes.NONE);

    /** Answers every request with an error. */
    static Routes refusing(String reason) {
        return new Routes(ThriftRoutes.refusing(reason), GrpcRoutes.refusing(reason));
    }
}
