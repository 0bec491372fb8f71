package io.quarkiverse.volo.deployment;

import io.quarkiverse.volo.runtime.internal.CurrentMetainfo;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;

/** Lets the metainfo of the current call be injected. */
final class MetainfoProcessor {

    @BuildStep
    AdditionalBeanBuildItem currentMetainfo() {
        return new AdditionalBeanBuildItem(CurrentMetainfo.class);
    }
}
