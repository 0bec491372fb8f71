package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.acme.store.Health;
import org.acme.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Two services with a method of the same name on one port. */
class DefaultServiceTest {

    private static final CallOptions PATIENT = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(30));

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addPackage(Store.class.getPackage()).addClasses(Both.class))
            .overrideConfigKey("quarkus.volo.server.default-service", "Store")
            .overrideConfigKey("quarkus.volo.application-name", "shop")
            .overrideRuntimeConfigKey("quarkus.volo.clients.named.callee-name", "stores")
            .overrideRuntimeConfigKey("quarkus.volo.clients.nameless.transport", "framed");

    @VoloClient
    Health.BlockingClient named;

    @VoloClient
    Health.BlockingClient nameless;

    @Test
    void aHeaderNamesTheServiceElseItIsTheDefault() {
        Both.SERVED.clear();

        named.with(PATIENT).ping();
        nameless.with(PATIENT).ping();

        assertThat(Both.SERVED).containsExactly("Health.ping of shop to stores", "Store.ping of  to Store");
    }

    @VoloService({ Health.class, Store.class })
    public static class Both implements GenericService {

        static final List<String> SERVED = new CopyOnWriteArrayList<>();

        @Override
        public Uni<Object> call(MethodDescriptor method, Map<String, Object> arguments) {
            RpcContext call = RpcContext.current();
            SERVED.add(call.service() + "." + call.method() + " of " + call.caller().service() + " to "
                    + call.callee().service());
            return Uni.createFrom().nullItem();
        }
    }
}
