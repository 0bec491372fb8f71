package org.acme.vault;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

import org.acme.vault.thrift.Safe;

import io.quarkiverse.volo.VoloService;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

@VoloService
@Authenticated
public class ThriftSafe implements Safe {

    @Inject
    SecurityIdentity caller;

    @Override
    @PermitAll
    public Uni<String> look() {
        return Uni.createFrom().item(caller.getPrincipal().getName());
    }

    @Override
    public Uni<String> enter() {
        return Uni.createFrom().item("in came " + caller.getPrincipal().getName());
    }

    @Override
    @RolesAllowed("keeper")
    public Uni<String> open() {
        return Uni.createFrom().item("opened by " + caller.getPrincipal().getName());
    }

    @Override
    @DenyAll
    public Uni<String> never() {
        return Uni.createFrom().item("never");
    }
}
