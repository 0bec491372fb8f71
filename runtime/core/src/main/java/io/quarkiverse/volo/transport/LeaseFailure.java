package io.quarkiverse.volo.transport;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/** Why there is no connection for a call. Whatever it is, the call was not sent. */
final class LeaseFailure {

    private LeaseFailure() {
    }

    static VoloException closed(Address address) {
        return failure(ErrorKind.UNAVAILABLE, address, "the client is closed");
    }

    static VoloException dropped(Address address) {
        return failure(ErrorKind.CONNECT, address, "the address is not offered any more");
    }

    /** @param taken what the calls would need, and why they have none: {@code "all 64 are in use"} */
    static VoloException tooManyWait(Address address, String taken, PoolOptions options) {
        return failure(ErrorKind.OVERLOAD, address,
                taken + " and " + options.maxWaiting() + " calls wait (limits: max-connections, max-waiting)");
    }

    static VoloException noneCameFree(Address address, PoolOptions options) {
        return failure(ErrorKind.OVERLOAD, address, "none of " + options.maxConnections() + " came free within "
                + options.waitTimeout().toMillis() + " ms (limits: max-connections, wait-timeout)");
    }

    private static VoloException failure(ErrorKind kind, Address address, String why) {
        return new VoloException(kind, "connections to " + address + ": " + why, null, true);
    }
}
