package io.quarkiverse.volo.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.testing.FakeMethod;
import io.smallrye.mutiny.Uni;

class LayersTest {

    private final List<String> seen = new ArrayList<>();

    private final class Named implements Layer {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                seen.add("to " + name);
                return next.call(context, request).onItem().invoke(() -> seen.add("back " + name));
            };
        }
    }

    private static <Q, R> Service<Q, R> same(Service<Q, R> next) {
        return next;
    }

    private static RpcContext context() {
        return new RpcContext(Role.CLIENT, FakeMethod.echo(CallKind.UNARY), new DefaultEventLoop());
    }

    @Test
    void aRequestMeetsLayersInTheOrderInWhichTheyAreListed() {
        Service<String, String> service = new Layers().then(new Named("first"))
                .thenAll(List.of(new Named("second"), new Named("third")))
                .around((context, request) -> {
                    seen.add("service");
                    return Uni.createFrom().item(request);
                });

        service.call(context(), "hi").await().indefinitely();

        assertThat(seen).containsExactly("to first", "to second", "to third", "service", "back third", "back second",
                "back first");
    }

    @Test
    void withoutLayersTheServiceStaysAsItIs() {
        Service<String, String> service = (context, request) -> Uni.createFrom().item(request);

        assertThat(new Layers().around(service)).isSameAs(service);
    }

    @Test
    void aMethodReferenceIsALayer() {
        Service<String, String> service = (context, request) -> Uni.createFrom().item(request);

        assertThat(new Layers().then(LayersTest::same).around(service)).isSameAs(service);
    }

    @Test
    void aLayerThatMakesNoServiceIsNamed() {
        Layer broken = new Layer() {

            @Override
            public <Q, R> Service<Q, R> around(Service<Q, R> next) {
                return null;
            }

            @Override
            public String toString() {
                return "Broken";
            }
        };

        assertThatThrownBy(() -> new Layers().then(broken).around((context, request) -> Uni.createFrom().nullItem()))
                .hasMessage("Broken made no service");
    }
}
