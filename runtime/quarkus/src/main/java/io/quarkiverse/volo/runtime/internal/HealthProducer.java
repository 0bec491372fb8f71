package io.quarkiverse.volo.runtime.internal;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkiverse.volo.grpc.services.HealthStatus;
import io.quarkus.arc.Arc;

/** Lets an application say how its services are. */
@Singleton
public class HealthProducer {

    @Produces
    @Singleton
    HealthStatus health() {
        return new HealthStatus();
    }

    /** The one that the application may inject. */
    static HealthStatus ofApplication() {
        return Arc.container().instance(HealthStatus.class).get();
    }
}
