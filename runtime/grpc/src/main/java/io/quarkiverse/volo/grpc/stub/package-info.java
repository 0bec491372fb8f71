/** What generated code builds on: the definition of a service, its client methods and its server methods. */
@NullMarked
package io.quarkiverse.volo.grpc.stub;

import org.jspecify.annotations.NullMarked;
