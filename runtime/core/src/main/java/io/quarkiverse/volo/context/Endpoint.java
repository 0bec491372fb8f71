package io.quarkiverse.volo.context;

import java.security.cert.Certificate;
import java.util.List;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import org.jspecify.annotations.Nullable;

/**
 * One end of a call.
 *
 * @param service what the end calls itself; empty if it is not known
 * @param address where it is; {@code null} as long as that is not known
 * @param tls the TLS session with the end that a served call came from; {@code null} if there is none
 */
public record Endpoint(String service, @Nullable Address address, @Nullable SSLSession tls) {

    /** An end of which nothing is known. */
    public static final Endpoint UNKNOWN = new Endpoint("", null);

    public Endpoint(String service, @Nullable Address address) {
        this(service, address, null);
    }

    /** The same end at another address. */
    public Endpoint at(@Nullable Address address) {
        return new Endpoint(service, address, tls);
    }

    /** The same end under another name. */
    public Endpoint named(String service) {
        return new Endpoint(service, address, tls);
    }

    /** The certificates that the end has proved to have, its own first; empty if it has shown none. */
    public List<Certificate> certificates() {
        if (tls == null) {
            return List.of();
        }
        try {
            return List.of(tls.getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) { // it was not asked for one, or had none
            return List.of();
        }
    }

    @Override
    public String toString() {
        return address == null ? service : service.isEmpty() ? address.toString() : service + "@" + address;
    }
}
