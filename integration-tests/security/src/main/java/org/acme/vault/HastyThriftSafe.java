package org.acme.vault;

import jakarta.annotation.security.RolesAllowed;

import org.acme.vault.thrift.HastySafe;

import io.quarkiverse.volo.VoloService;
import io.smallrye.common.annotation.NonBlocking;

@VoloService
public class HastyThriftSafe implements HastySafe.Blocking {

    @Override
    @NonBlocking
    @RolesAllowed("keeper")
    public String hastyOpen() {
        return Peer.describe();
    }
}
