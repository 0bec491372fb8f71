package org.acme.vault;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

import org.acme.vault.thrift.PlainSafe;

import io.quarkiverse.volo.VoloService;
import io.quarkus.security.identity.SecurityIdentity;

@VoloService
public class PlainThriftSafe implements PlainSafe.Blocking {

    @Inject
    SecurityIdentity caller;

    @Override
    public String plainLook() {
        return caller.getPrincipal().getName();
    }

    @Override
    @RolesAllowed("keeper")
    public String plainOpen() {
        return "opened by " + caller.getPrincipal().getName();
    }
}
