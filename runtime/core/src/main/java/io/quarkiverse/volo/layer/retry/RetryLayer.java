package io.quarkiverse.volo.layer.retry;

import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/**
 * Makes a call again if its request provably did not reach the peer's service, which is safe for any method: up to
 * {@value #MAX_ATTEMPTS} attempts in all, within the call's time. What is inside of it is called once per attempt.
 *
 * <p>
 * After a connection could not be made, the call goes to another address, which it has not been at; if there is none it fails.
 * After a connection was found closed it may also go to the same one again. A call whose address was chosen outside of this
 * layer stays there. A call that {@linkplain io.quarkiverse.volo.context.RpcContext#isRetry() is a retry already} is not made
 * again.
 *
 * <p>
 * The failure of the last attempt is the call's. If there was more than one, its message tells how many and where, and those
 * before are suppressed in it.
 */
public final class RetryLayer implements Layer {

    /** How often a call is tried at most. */
    public static final int MAX_ATTEMPTS = 3;

    private final AddressChoice others;
    private final boolean observed;

    /**
     * @param others where else a call may go
     * @param observed whether layers inside look at each attempt, so that even the first one needs a view of its own; else
     *        a call that does not fail costs nothing here
     */
    public RetryLayer(AddressChoice others, boolean observed) {
        this.others = others;
        this.observed = observed;
    }

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return new RetryService<>(others, observed, next);
    }
}
