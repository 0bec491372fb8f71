package org.acme.vault;

import org.acme.vault.thrift.PlainVault;

import io.quarkiverse.volo.VoloService;

@VoloService
public class PlainThriftVault implements PlainVault.Blocking {

    @Override
    public String plainPeer() {
        return Peer.describe();
    }
}
