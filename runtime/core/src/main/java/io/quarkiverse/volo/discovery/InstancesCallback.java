package io.quarkiverse.volo.discovery;

import java.util.List;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.VoloException;

/** Waits until it is known who offers a service. Exactly one of the methods is called, once, unless the wait is cancelled. */
public interface InstancesCallback {

    /** These do; at least one. */
    void known(List<Address> instances);

    /** It cannot be found out now. */
    void unknown(VoloException failure);
}
