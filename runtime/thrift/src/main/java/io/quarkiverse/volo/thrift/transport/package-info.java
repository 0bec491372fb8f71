/** Cuts a stream of bytes into Thrift messages, and puts messages into frames. */
@NullMarked
package io.quarkiverse.volo.thrift.transport;

import org.jspecify.annotations.NullMarked;
