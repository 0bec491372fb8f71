package io.quarkiverse.volo.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.discovery.InstancesCallback;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/** Who looks up the application's own server. */
class OwnServerTest {

    private final OwnServer server = new OwnServer();
    private final Discovery seen = server.seenBy("hello");
    private final List<Object> told = new ArrayList<>();

    private final InstancesCallback callback = new InstancesCallback() {

        @Override
        public void known(List<Address> instances) {
            told.addAll(instances);
        }

        @Override
        public void unknown(VoloException failure) {
            told.add(failure.kind() + " " + failure.getMessage());
        }
    };

    @Test
    void isToldWhatIsMissingWhileNobodyListens() {
        seen.lookUp(callback);
        assertThat(told).containsExactly(ErrorKind.UNAVAILABLE + " quarkus.volo.clients.hello.address: not set, "
                + "and the application serves nothing itself (expected: host:port of the peer)");
    }

    @Test
    void isToldTheAddressOnceItListens() {
        server.listensOn(Address.of("127.0.0.1", 8888));
        seen.lookUp(callback);
        assertThat(told).containsExactly(Address.of("127.0.0.1", 8888));
    }
}
