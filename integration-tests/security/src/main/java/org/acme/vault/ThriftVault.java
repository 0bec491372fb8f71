package org.acme.vault;

import org.acme.vault.thrift.Vault;

import io.quarkiverse.volo.VoloService;
import io.smallrye.mutiny.Uni;

@VoloService
public class ThriftVault implements Vault {

    @Override
    public Uni<String> peer() {
        return Uni.createFrom().item(Peer.describe());
    }

    @Override
    public Uni<String> origin() {
        return Uni.createFrom().item(Peer.address());
    }

    @Override
    public Uni<String> enter() {
        return Uni.createFrom().item("entered");
    }

    @Override
    public Uni<String> open() {
        return Uni.createFrom().item("opened");
    }

    @Override
    public Uni<String> look() {
        return Uni.createFrom().item("looked");
    }

    @Override
    public Uni<String> never() {
        return Uni.createFrom().item("never");
    }
}
