package org.acme.vault;

import static org.acme.vault.GrpcVault.text;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

import org.acme.vault.grpc.Nothing;
import org.acme.vault.grpc.PlainSafe;
import org.acme.vault.grpc.Text;

import io.quarkiverse.volo.VoloService;
import io.quarkus.security.identity.SecurityIdentity;

@VoloService
public class PlainGrpcSafe implements PlainSafe.Blocking {

    @Inject
    SecurityIdentity caller;

    @Override
    public Text look(Nothing nothing) {
        return text(caller.getPrincipal().getName());
    }

    @Override
    @RolesAllowed("keeper")
    public Text open(Nothing nothing) {
        return text("opened by " + caller.getPrincipal().getName());
    }
}
