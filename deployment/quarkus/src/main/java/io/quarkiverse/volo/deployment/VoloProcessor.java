package io.quarkiverse.volo.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/** Tells Quarkus that the extension is there. */
final class VoloProcessor {

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(VoloNames.FEATURE);
    }
}
