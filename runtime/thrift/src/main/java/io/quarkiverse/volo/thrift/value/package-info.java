/** Immutable values that generated types are made of: bytes and containers. */
@NullMarked
package io.quarkiverse.volo.thrift.value;

import org.jspecify.annotations.NullMarked;
