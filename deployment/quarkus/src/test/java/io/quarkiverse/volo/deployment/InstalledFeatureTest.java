package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** What an application with a service tells Quarkus while it is built, and what comes of it. */
class InstalledFeatureTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class, Announcement.class)
            .addBuildChainCustomizer(InstalledFeatureTest::passOnWhatWasBuilt);

    @ConfigProperty(name = "built.features")
    List<String> features;

    @ConfigProperty(name = "built.services")
    List<String> services;

    @Inject
    Announcement announcement;

    @Test
    void isCalledVolo() {
        assertThat(features).contains("volo");
    }

    @Test
    void theServerIsOneOfTheServicesThatQuarkusWaitsFor() {
        assertThat(services).contains("volo-server");
    }

    @Test
    void theServerAnswersBeforeTheStartIsAnnounced() {
        assertThat(announcement.answer).isEqualTo("Hello Ada");
    }

    private static void passOnWhatWasBuilt(BuildChainBuilder chain) {
        chain.addBuildStep(InstalledFeatureTest::passOn)
                .consumes(FeatureBuildItem.class)
                .consumes(ServiceStartBuildItem.class)
                .produces(RunTimeConfigurationDefaultBuildItem.class)
                .build();
    }

    private static void passOn(BuildContext build) {
        pass(build, "built.features", build.consumeMulti(FeatureBuildItem.class).stream()
                .map(FeatureBuildItem::getName).toList());
        pass(build, "built.services", build.consumeMulti(ServiceStartBuildItem.class).stream()
                .map(ServiceStartBuildItem::getName).toList());
    }

    private static void pass(BuildContext build, String key, List<String> names) {
        build.produce(new RunTimeConfigurationDefaultBuildItem(key, String.join(",", names)));
    }

    /** Calls the server while the application is told that it starts. */
    @Singleton
    public static class Announcement {

        volatile String answer = "none";

        void starts(@Observes StartupEvent event, ValueRegistry values) throws IOException {
            try (RawConnection peer = new RawConnection(values.get(RuntimeKey.intKey("quarkus.volo.server.port")))) {
                answer = peer.call("hello", "Ada");
            }
        }
    }
}
