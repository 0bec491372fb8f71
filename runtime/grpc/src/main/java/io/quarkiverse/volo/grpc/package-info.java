/** What a gRPC method is. */
@NullMarked
package io.quarkiverse.volo.grpc;

import org.jspecify.annotations.NullMarked;
