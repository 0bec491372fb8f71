/** The services that gRPC itself defines: what a server says of its health, and of the services that it serves. */
@NullMarked
package io.quarkiverse.volo.grpc.services;

import org.jspecify.annotations.NullMarked;
