package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.vertx.core.Future;

/** Tells server and clients that certificates of a TLS configuration have changed. */
@Singleton
public class TlsUpdates {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.tls");

    private final List<Consumer<CertificateUpdatedEvent>> listeners = new CopyOnWriteArrayList<>();

    void listen(Consumer<CertificateUpdatedEvent> listener) {
        listeners.add(listener);
    }

    /** Called by whoever has had Quarkus reload them. */
    void updated(@Observes CertificateUpdatedEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    /** Tells the log if it fails: then what was before stays in use. */
    static void tell(String who, String tlsName, Future<Void> update) {
        update.onSuccess(done -> LOG.debugf("%s uses the new certificates of TLS configuration '%s'", who, tlsName))
                .onFailure(failure -> LOG.errorf(failure,
                        "%s cannot use the new certificates of TLS configuration '%s', and goes on with those before", who,
                        tlsName));
    }
}
