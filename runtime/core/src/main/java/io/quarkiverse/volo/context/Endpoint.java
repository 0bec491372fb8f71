package io.quarkiverse.volo.context;

import org.jspecify.annotations.Nullable;

/**
 * One end of a call.
 *
 * @param service what the end calls itself; empty if it is not known
 * @param address where it is; {@code null} as long as that is not known
 */
public record Endpoint(String service, @Nullable Address address) {

    /** An end of which nothing is known. */
    public static final Endpoint UNKNOWN = new Endpoint("", null);

    /** The same end at another address. */
    public Endpoint at(@Nullable Address address) {
        return new Endpoint(service, address);
    }

    @Override
    public String toString() {
        return address == null ? service : service.isEmpty() ? address.toString() : service + "@" + address;
    }
}
