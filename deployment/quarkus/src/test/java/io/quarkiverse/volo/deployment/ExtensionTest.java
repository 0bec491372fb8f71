package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Properties;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.thrift.server.ThriftServer;

/** What Quarkus finds in the jars, before any build step runs. */
class ExtensionTest {

    @Test
    void providesItsCapability() throws IOException {
        Properties descriptor = new Properties();
        try (URLClassLoader artifact = artifact(VoloService.class);
                InputStream in = artifact.getResourceAsStream("META-INF/quarkus-extension.properties")) {
            descriptor.load(in);
        }

        assertThat(descriptor.getProperty("provides-capabilities")).isEqualTo("io.quarkiverse.volo");
        assertThat(descriptor.getProperty("deployment-artifact")).startsWith("io.quarkiverse.volo:quarkus-volo-deployment:");
    }

    @ParameterizedTest
    @ValueSource(classes = { RpcContext.class, ThriftServer.class, VoloService.class })
    void everyRunTimeArtifactHasAnIndexOfItsClasses(Class<?> type) throws IOException {
        try (URLClassLoader artifact = artifact(type);
                InputStream in = artifact.getResourceAsStream("META-INF/jandex.idx")) {
            assertThat(in).as("META-INF/jandex.idx").isNotNull();
            Index index = new IndexReader(in).read();

            assertThat(index.getClassByName(DotName.createSimple(type))).isNotNull();
        }
    }

    /** The jar, or the folder that becomes one, that a class is in, and nothing else. */
    private static URLClassLoader artifact(Class<?> type) {
        return new URLClassLoader(new URL[] { type.getProtectionDomain().getCodeSource().getLocation() }, null);
    }
}
