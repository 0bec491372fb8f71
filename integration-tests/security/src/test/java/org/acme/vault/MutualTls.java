package org.acme.vault;

import static org.acme.vault.TestCertificates.trusting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The server asks for certificates, and takes those of ada and eve; its own is that of first, later of second. */
public class MutualTls implements QuarkusTestProfile {

    static final TestCertificates CERTIFICATES = new TestCertificates("mutual");

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> keys = new TreeMap<>();
        keys.putAll(CERTIFICATES.showing("server", "first"));
        keys.putAll(trusting("server", "ada", "eve"));
        keys.put("quarkus.volo.server.tls-configuration-name", "server");
        keys.put("quarkus.volo.server.tls-client-auth", "required");
        keys.putAll(CERTIFICATES.showing("caller", "ada"));
        keys.putAll(trusting("caller", "first", "second"));
        client(keys, "vault", "caller");
        keys.putAll(trusting("nameless", "first", "second"));
        client(keys, "nameless", "nameless");
        keys.putAll(CERTIFICATES.showing("stranger", "mallory"));
        keys.putAll(trusting("stranger", "first", "second"));
        client(keys, "stranger", "stranger");
        for (String owner : List.of("ada", "first", "second")) {
            String name = "trusting-" + owner;
            keys.putAll(CERTIFICATES.showing(name, "ada"));
            keys.putAll(trusting(name, owner));
            client(keys, name, name);
        }
        // Calls wait for nothing but a machine that is busy with other tests.
        keys.put("quarkus.volo.clients.plain.timeout", "30s");
        keys.put("quarkus.vertx.event-loops-pool-size", "2");
        return keys;
    }

    static void client(Map<String, String> keys, String name, String tls) {
        keys.put("quarkus.volo.clients." + name + ".tls-configuration-name", tls);
        keys.put("quarkus.volo.clients." + name + ".timeout", "30s");
        keys.put("quarkus.volo.clients." + name + ".connect-timeout", "20s");
    }
}
