package org.acme.vault;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.acme.vault.grpc.Nothing;
import org.acme.vault.grpc.Text;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.context.Address;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** Makes clients of any configured name, and calls each by both protocols. */
@Singleton
public class Callers {

    static final Nothing NOTHING = Nothing.getDefaultInstance();

    @Inject
    VoloClients clients;

    @Inject
    ValueRegistry values;

    int port() {
        return values.get(RuntimeKey.intKey("quarkus.volo.server.test-port"));
    }

    /** Who calls, as the bean on the event loop sees it, by a client that calls the server as it is reached there. */
    String peer(Protocol protocol, String client, String host) {
        return switch (protocol) {
            case THRIFT -> create(org.acme.vault.thrift.Vault.BlockingClient.class, client, host).peer();
            case GRPC -> create(org.acme.vault.grpc.Vault.BlockingClient.class, client, host).peer(NOTHING).getText();
        };
    }

    <T> T create(Class<T> type, String client, String host) {
        return clients.create(type, client, List.of(Address.of(host, port())));
    }

    static String text(Text text) {
        return text.getText();
    }

    enum Protocol {
        THRIFT,
        GRPC
    }
}
