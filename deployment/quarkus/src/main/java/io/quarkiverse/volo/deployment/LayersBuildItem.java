package io.quarkiverse.volo.deployment;

import java.util.List;
import java.util.Map;

import org.jboss.jandex.DotName;

import io.quarkus.builder.item.SimpleBuildItem;

/** The layer beans, by their identifiers, in the order in which a request meets them. */
final class LayersBuildItem extends SimpleBuildItem {

    private final List<String> server;
    private final List<String> clientCall;
    private final List<String> clientAttempt;
    private final Map<DotName, List<String>> services;

    LayersBuildItem(List<String> server, List<String> clientCall, List<String> clientAttempt,
            Map<DotName, List<String>> services) {
        this.server = List.copyOf(server);
        this.clientCall = List.copyOf(clientCall);
        this.clientAttempt = List.copyOf(clientAttempt);
        this.services = Map.copyOf(services);
    }

    /** Around every call that is served. */
    List<String> server() {
        return server;
    }

    /** Around every call that is made. */
    List<String> clientCall() {
        return clientCall;
    }

    /** Around every attempt at a call that is made. */
    List<String> clientAttempt() {
        return clientAttempt;
    }

    /** Around the calls of one service bean. */
    List<String> of(DotName serviceBean) {
        return services.getOrDefault(serviceBean, List.of());
    }
}
