/** How messages and the facts of a call are written in gRPC: nothing of connections. */
@NullMarked
package io.quarkiverse.volo.grpc.codec;

import org.jspecify.annotations.NullMarked;
