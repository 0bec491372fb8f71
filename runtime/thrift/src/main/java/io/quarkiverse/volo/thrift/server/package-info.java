/** A Thrift server's connections, the routes to its methods, and the order of its replies. */
@NullMarked
package io.quarkiverse.volo.thrift.server;

import org.jspecify.annotations.NullMarked;
