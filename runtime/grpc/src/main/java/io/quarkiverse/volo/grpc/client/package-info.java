/** A gRPC client's innermost service and its connections. */
@NullMarked
package io.quarkiverse.volo.grpc.client;

import org.jspecify.annotations.NullMarked;
