package io.quarkiverse.volo.runtime.internal;

import java.util.List;

import io.quarkiverse.volo.context.Address;

/** What is configured as a client's address. */
sealed interface ClientTarget {

    /** These addresses. */
    record Fixed(List<Address> addresses) implements ClientTarget {
    }

    /** All addresses of a name. */
    record Dns(Address name) implements ClientTarget {
    }
}
