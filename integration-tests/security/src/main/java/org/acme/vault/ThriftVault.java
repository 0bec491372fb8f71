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
}
