package io.quarkiverse.volo.deployment;

import io.quarkiverse.volo.runtime.internal.HealthProducer;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;

/** Lets the application say how its gRPC services are. */
final class HealthProcessor {

    @BuildStep
    AdditionalBeanBuildItem health() {
        return AdditionalBeanBuildItem.unremovableOf(HealthProducer.class);
    }
}
