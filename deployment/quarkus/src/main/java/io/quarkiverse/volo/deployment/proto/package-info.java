/** Protoc: where it comes from, what it is given, and what it says. */
@NullMarked
package io.quarkiverse.volo.deployment.proto;

import org.jspecify.annotations.NullMarked;
