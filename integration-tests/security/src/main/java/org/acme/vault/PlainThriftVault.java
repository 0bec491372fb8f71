package org.acme.vault;

import org.acme.vault.thrift.PlainVault;

import io.quarkiverse.volo.VoloService;

@VoloService
public class PlainThriftVault implements PlainVault.Blocking {

    @Override
    public String plainPeer() {
        return Peer.describe();
    }

    @Override
    public String plainEnter() {
        return "entered";
    }

    @Override
    public String plainOpen() {
        return "opened";
    }

    @Override
    public String plainLook() {
        return "looked";
    }
}
