package io.quarkiverse.volo.deployment.bean;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkus.test.QuarkusUnitTest;

class MetainfoOnWorkerTest extends MetainfoProbe {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Bean.class, MetainfoProbe.class,
            MetainfoProbe.Transport.class, MetainfoProbe.Headers.class);

    @Test
    void aBeanReadsAndAnswersItOnAWorker() {
        assertThat(seenBy("Ada")).isEqualTo("persistent upstream upstream, back: from the bean to upstream");
    }

    @VoloService
    public static class Bean implements HelloService.Blocking {

        @Inject
        Metainfo metainfo;

        @Override
        public HelloResponse hello(HelloRequest request) {
            return new HelloResponse(exchange(metainfo));
        }
    }
}
