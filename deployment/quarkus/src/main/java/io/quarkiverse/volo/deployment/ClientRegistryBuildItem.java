package io.quarkiverse.volo.deployment;

import io.quarkiverse.volo.runtime.internal.ClientRegistry;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** Makes the application's clients while it runs. */
final class ClientRegistryBuildItem extends SimpleBuildItem {

    private final RuntimeValue<ClientRegistry> registry;

    ClientRegistryBuildItem(RuntimeValue<ClientRegistry> registry) {
        this.registry = registry;
    }

    RuntimeValue<ClientRegistry> registry() {
        return registry;
    }
}
