package io.quarkiverse.volo.client;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.loadbalance.RoundRobin;
import io.quarkiverse.volo.service.Layer;

/**
 * How a client makes its calls, whatever the protocol.
 *
 * @param name the client's name, for messages
 * @param caller what this side calls itself
 * @param callee what the called side is called; it has an address once one of them has been chosen
 * @param discovery knows whom to call; closed by the client
 * @param balancer chooses one of them
 * @param timeout how long a unary or oneway call may take in all
 * @param timeoutHint what the message of a timeout adds, such as the key of its configuration
 * @param outerLayers the layers that a call passes once, outermost first
 * @param innerLayers the layers that each attempt passes, outermost first
 */
public record ClientOptions(String name, Endpoint caller, Endpoint callee, Discovery discovery, RoundRobin balancer,
        Duration timeout, String timeoutHint,
        List<Layer> outerLayers, List<Layer> innerLayers) {

    /** The timeout unless configured. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

    public ClientOptions {
        Objects.requireNonNull(discovery, "discovery");
        outerLayers = List.copyOf(outerLayers);
        innerLayers = List.copyOf(innerLayers);
    }

    /** A client without layers of its own, with the default timeout. */
    public static ClientOptions of(String name, Discovery discovery) {
        return new ClientOptions(name, Endpoint.UNKNOWN, new Endpoint(name, null), discovery, new RoundRobin(), DEFAULT_TIMEOUT,
                "", List.of(), List.of());
    }

    /** With these names for the two ends, which travel where the protocol has room for them. */
    public ClientOptions withNames(String caller, String callee) {
        return new ClientOptions(name, new Endpoint(caller, null), new Endpoint(callee, null), discovery, balancer, timeout,
                timeoutHint, outerLayers, innerLayers);
    }

    public ClientOptions withTimeout(Duration timeout, String hint) {
        return new ClientOptions(name, caller, callee, discovery, balancer, timeout, hint, outerLayers, innerLayers);
    }

    public ClientOptions withLayers(List<Layer> outer, List<Layer> inner) {
        return new ClientOptions(name, caller, callee, discovery, balancer, timeout, timeoutHint, outer, inner);
    }
}
