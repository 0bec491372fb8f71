package org.acme.vault;

import static org.acme.vault.GrpcVault.text;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

import org.acme.vault.grpc.Nothing;
import org.acme.vault.grpc.Safe;
import org.acme.vault.grpc.Text;

import io.quarkiverse.volo.VoloService;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@VoloService
@Authenticated
public class GrpcSafe implements Safe {

    @Inject
    SecurityIdentity caller;

    @Override
    @PermitAll
    public Uni<Text> look(Nothing nothing) {
        return Uni.createFrom().item(text(caller.getPrincipal().getName()));
    }

    @Override
    public Uni<Text> enter(Nothing nothing) {
        return Uni.createFrom().item(text("in came " + caller.getPrincipal().getName()));
    }

    @Override
    @RolesAllowed("keeper")
    public Uni<Text> open(Nothing nothing) {
        return Uni.createFrom().item(text("opened by " + caller.getPrincipal().getName()));
    }

    @Override
    @DenyAll
    public Uni<Text> never(Nothing nothing) {
        return Uni.createFrom().item(text("never"));
    }

    @Override
    @RolesAllowed("keeper")
    public Multi<Text> watch(Nothing nothing) {
        return Multi.createFrom().items(text("one"), text("two"));
    }

    @Override
    @RolesAllowed("keeper")
    public Uni<Text> tell(Multi<Text> texts) {
        return texts.collect().asList().map(all -> text(all.size() + " told"));
    }

    @Override
    @RolesAllowed("keeper")
    public Multi<Text> talk(Multi<Text> texts) {
        return texts;
    }
}
