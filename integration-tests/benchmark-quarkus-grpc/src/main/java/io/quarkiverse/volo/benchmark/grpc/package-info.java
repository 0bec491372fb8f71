/** The benchmark's gRPC service on quarkus-grpc. */
@NullMarked
package io.quarkiverse.volo.benchmark.grpc;

import org.jspecify.annotations.NullMarked;
