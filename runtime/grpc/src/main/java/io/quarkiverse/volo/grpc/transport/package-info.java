/** HTTP/2 connections and their streams, for both sides: frames, flow control and demand; nothing of services. */
@NullMarked
package io.quarkiverse.volo.grpc.transport;

import org.jspecify.annotations.NullMarked;
