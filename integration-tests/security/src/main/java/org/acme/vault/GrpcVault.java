package org.acme.vault;

import org.acme.vault.grpc.Nothing;
import org.acme.vault.grpc.Text;
import org.acme.vault.grpc.Vault;

import io.quarkiverse.volo.VoloService;
import io.smallrye.mutiny.Multi;
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

    @Override
    public Uni<Text> enter(Nothing nothing) {
        return Uni.createFrom().item(text("entered"));
    }

    @Override
    public Uni<Text> open(Nothing nothing) {
        return Uni.createFrom().item(text("opened"));
    }

    @Override
    public Uni<Text> look(Nothing nothing) {
        return Uni.createFrom().item(text("looked"));
    }

    @Override
    public Uni<Text> never(Nothing nothing) {
        return Uni.createFrom().item(text("never"));
    }

    @Override
    public Multi<Text> watch(Nothing nothing) {
        return Multi.createFrom().items(text("one"), text("two"));
    }

    @Override
    public Uni<Text> tell(Multi<Text> texts) {
        return texts.collect().asList().map(all -> text(all.size() + " told"));
    }
}
