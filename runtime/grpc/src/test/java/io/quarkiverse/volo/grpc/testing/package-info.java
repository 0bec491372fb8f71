/** What the tests of gRPC share: a service, a server of it, and a client that knows only frames. */
@NullMarked
package io.quarkiverse.volo.grpc.testing;

import org.jspecify.annotations.NullMarked;
