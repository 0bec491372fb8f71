package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.Change;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.discovery.InstancesCallback;
import io.quarkiverse.volo.discovery.Lookup;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/** Whom clients without an address call: the application's own server, as soon as it listens. Shared by them. */
final class OwnServer {

    private volatile @Nullable List<Address> instances;

    void listensOn(Address address) {
        instances = List.of(address);
    }

    /** What the client of this name needs to know. */
    Discovery seenBy(String name) {
        return new Seen(ClientAddresses.key(name));
    }

    private final class Seen implements Discovery {

        private final String key;

        Seen(String key) {
            this.key = key;
        }

        @Override
        public List<Address> instances() {
            List<Address> own = instances;
            if (own == null) {
                throw servesNothing();
            }
            return own;
        }

        @Override
        public Lookup lookUp(InstancesCallback callback) {
            List<Address> own = instances;
            if (own == null) {
                callback.unknown(servesNothing());
            } else {
                callback.known(own);
            }
            return () -> {
            };
        }

        private VoloException servesNothing() {
            return new VoloException(ErrorKind.UNAVAILABLE, key
                    + ": not set, and the application serves nothing itself (expected: host:port of the peer)", null, true);
        }

        @Override
        public void listen(Consumer<Change> listener) {
            // It stays where it is as long as the application runs.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
