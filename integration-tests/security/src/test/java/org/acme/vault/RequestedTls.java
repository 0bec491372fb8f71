package org.acme.vault;

import static org.acme.vault.TestCertificates.trusting;

import java.util.Map;

/** The server takes who shows no certificate, too. Clients are called as what they show. */
public class RequestedTls extends MutualTls {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> keys = super.getConfigOverrides();
        keys.put("quarkus.volo.server.tls-client-auth", "request");
        keys.putAll(CERTIFICATES.showing("eve", "eve"));
        keys.putAll(trusting("eve", "first"));
        client(keys, "ada", "caller");
        client(keys, "eve", "eve");
        client(keys, "framed", "nameless");
        keys.put("quarkus.volo.clients.framed.transport", "framed");
        return keys;
    }
}
