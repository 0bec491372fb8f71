package io.quarkiverse.volo.layer.retry;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;

/** Knows where else a call may go. */
@FunctionalInterface
public interface AddressChoice {

    /** One that offers the service and is none of these; {@code null} if there is none. On the call's event loop. */
    @Nullable
    Address otherThan(Collection<Address> excluded);
}
