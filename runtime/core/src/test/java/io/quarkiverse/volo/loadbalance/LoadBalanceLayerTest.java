package io.quarkiverse.volo.loadbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.discovery.Change;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.discovery.InstancesCallback;
import io.quarkiverse.volo.discovery.Lookup;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.testing.FakeMethod;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

class LoadBalanceLayerTest {

    private static final Address ONE = Address.of("10.0.0.1", 8888);
    private static final Address TWO = Address.of("10.0.0.2", 8888);

    private final EventLoop loop = new DefaultEventLoop();
    private final SlowDiscovery slow = new SlowDiscovery();

    @AfterEach
    void shutDown() {
        loop.shutdownGracefully();
    }

    @Test
    void takesTheInstancesInTurn() {
        Service<String, Address> service = around(new FixedDiscovery(List.of(ONE, TWO)));
        assertThat(List.of(await(service), await(service), await(service))).containsExactly(ONE, TWO, ONE);
    }

    @Test
    void leavesAChosenAddressAlone() {
        RpcContext context = context();
        context.callee(context.callee().at(TWO));
        assertThat(await(around(slow).call(context, "request"))).isEqualTo(TWO);
    }

    @Test
    void aCallWaitsUntilTheInstancesAreKnownAndGoesOnOnItsEventLoop() {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Uni<Address> call = around(slow).call(context(), "request").invoke(() -> threads.add(Thread.currentThread()));
        var outcome = call.subscribeAsCompletionStage();
        assertThat(outcome).isNotDone();
        slow.waiting.get(0).known(List.of(TWO));
        assertThat(outcome.join()).isEqualTo(TWO);
        assertThat(loop.inEventLoop(threads.get(0))).isTrue();
    }

    @Test
    void aCallFailsWithItsMethodWhenTheInstancesAreNotFound() {
        var outcome = around(slow).call(context(), "request").subscribeAsCompletionStage();
        slow.waiting.get(0).unknown(new VoloException(ErrorKind.CONNECT, "no such name", null, true));
        assertThatThrownBy(outcome::join).cause().hasMessage("Echo.echo: no such name")
                .isInstanceOfSatisfying(VoloException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
                    assertThat(failure.isUnprocessed()).isTrue();
                });
    }

    @Test
    void aCallThatIsGivenUpDoesNotWaitOn() {
        Cancellable call = around(slow).call(context(), "request").subscribe().with(address -> {
        });
        assertThat(slow.waiting).hasSize(1);
        call.cancel();
        assertThat(slow.waiting).isEmpty();
    }

    private static Service<String, Address> around(Discovery discovery) {
        return new LoadBalanceLayer(discovery, new RoundRobin())
                .around((context, request) -> Uni.createFrom().item(() -> context.callee().address()));
    }

    private RpcContext context() {
        return new RpcContext(Role.CLIENT, FakeMethod.echo(CallKind.UNARY), loop);
    }

    private Address await(Service<String, Address> service) {
        return await(service.call(context(), "request"));
    }

    private static Address await(Uni<Address> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }

    /** Knows nothing until the test tells those who wait. */
    private static final class SlowDiscovery implements Discovery {

        final List<InstancesCallback> waiting = new CopyOnWriteArrayList<>();

        @Override
        public List<Address> instances() {
            return List.of();
        }

        @Override
        public Lookup lookUp(InstancesCallback callback) {
            waiting.add(callback);
            return () -> waiting.remove(callback);
        }

        @Override
        public void listen(Consumer<Change> listener) {
        }

        @Override
        public void close() {
        }
    }
}
