package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkus.test.QuarkusUnitTest;

class DependencyJarTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .withAdditionalDependency(jar -> jar
                    .addPackage(HelloService.class.getPackage())
                    .addClass(HelloBean.class)
                    .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"))
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.timeout", "30s");

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void aServiceAndItsClientAreFoundInADependency() {
        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("Hello Ada");
    }
}
