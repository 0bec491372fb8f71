package org.acme.vault;

import org.acme.vault.grpc.Nothing;
import org.acme.vault.grpc.Text;
import org.acme.vault.grpc.Vault;

import io.quarkiverse.volo.VoloService;
import io.smallrye.mutiny.Uni;

@VoloService
public class GrpcVault implements Vault {

    static Text text(String text) {
        return Text.newBuilder().setText(text).build();
    }

    @Override
    public Uni<Text> peer(Nothing nothing) {
        return Uni.createFrom().item(text(Peer.describe()));
    }

    @Override
    public Uni<Text> origin(Nothing nothing) {
        return Uni.createFrom().item(text(Peer.address()));
    }
}
