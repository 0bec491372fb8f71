package io.quarkiverse.volo.discovery;

import java.net.InetAddress;
import java.util.List;

import io.vertx.core.Future;

/** Finds the addresses of a host. */
@FunctionalInterface
interface NameResolver {

    /** All addresses of the host, IPv4 and IPv6; doubles are allowed. Must not block; may complete on any thread. */
    Future<List<InetAddress>> resolve(String host);
}
