package org.acme.vault;

import static org.acme.vault.GrpcVault.text;

import org.acme.vault.grpc.Nothing;
import org.acme.vault.grpc.PlainVault;
import org.acme.vault.grpc.Text;

import io.quarkiverse.volo.VoloService;

@VoloService
public class PlainGrpcVault implements PlainVault.Blocking {

    @Override
    public Text peer(Nothing nothing) {
        return text(Peer.describe());
    }
}
