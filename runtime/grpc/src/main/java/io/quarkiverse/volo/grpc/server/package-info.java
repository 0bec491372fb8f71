/** A gRPC server: its routes, its connections, and the calls that it serves. */
@NullMarked
package io.quarkiverse.volo.grpc.server;

import org.jspecify.annotations.NullMarked;
