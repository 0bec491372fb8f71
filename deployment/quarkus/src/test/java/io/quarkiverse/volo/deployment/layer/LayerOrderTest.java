package io.quarkiverse.volo.deployment.layer;

import static io.quarkiverse.volo.context.Role.CLIENT;
import static io.quarkiverse.volo.context.Role.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.LayerPosition;
import io.quarkiverse.volo.UseLayers;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

class LayerOrderTest {

    static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Bean.class, Seen.class, Outer.class, Alpha.class,
            Beta.class, Inner.class, Attempt.class, Own.class, OwnToo.class,
            Named.class, NamedMaker.class)
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.layers", "made,named")
            .overrideRuntimeConfigKey("quarkus.volo.server.layers", "named,made");

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void aRequestMeetsLayersByPriorityThenNameThenThoseConfiguredThenTheBeansOwn() {
        hello.hello(new HelloRequest("Ada"));

        assertThat(SEEN).containsExactly(
                "CLIENT Outer", "CLIENT Alpha", "CLIENT Made", "CLIENT Named", "CLIENT Attempt",
                "SERVER Outer", "SERVER Alpha", "SERVER Beta", "SERVER Inner", "SERVER Named", "SERVER Made",
                "SERVER OwnToo", "SERVER Own", "bean");
    }

    /** Notes down that a request came by. */
    public abstract static class Seen implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                SEEN.add(context.role() + " " + name());
                return next.call(context, request);
            };
        }

        abstract String name();
    }

    @ApplicationScoped
    @GlobalLayer({ SERVER, CLIENT })
    @Priority(10)
    public static class Outer extends Seen {

        @Override
        String name() {
            return "Outer";
        }
    }

    @GlobalLayer({ CLIENT, SERVER })
    public static class Alpha extends Seen {

        @Override
        String name() {
            return "Alpha";
        }
    }

    @GlobalLayer(SERVER)
    @Priority(5000)
    public static class Beta extends Seen {

        @Override
        String name() {
            return "Beta";
        }
    }

    @GlobalLayer(SERVER)
    @Priority(9000)
    public static class Inner extends Seen {

        @Override
        String name() {
            return "Inner";
        }
    }

    @GlobalLayer(value = CLIENT, position = LayerPosition.ATTEMPT)
    @Priority(1)
    public static class Attempt extends Seen {

        @Override
        String name() {
            return "Attempt";
        }
    }

    public static class Own extends Seen {

        @Override
        String name() {
            return "Own";
        }
    }

    @ApplicationScoped
    public static class OwnToo extends Seen {

        @Override
        String name() {
            return "OwnToo";
        }
    }

    @Identifier("named")
    public static class Named extends Seen {

        @Override
        String name() {
            return "Named";
        }
    }

    public static class NamedMaker {

        @Produces
        @Singleton
        @Identifier("made")
        Layer layer() {
            return new Seen() {
                @Override
                String name() {
                    return "Made";
                }
            };
        }
    }

    @VoloService
    @UseLayers({ OwnToo.class, Own.class })
    public static class Bean implements HelloService.Blocking {

        @Override
        public HelloResponse hello(HelloRequest request) {
            SEEN.add("bean");
            return new HelloResponse(request.name());
        }
    }
}
