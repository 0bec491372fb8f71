package org.acme.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;

/**
 * Certificates that nobody has signed but their owner, for localhost or for the owner's name if that is a host's, each made
 * once, and what configuration says of them. A profile of tests
 * has files of its own for those that change while the application runs.
 */
final class TestCertificates {

    /** One per process: what an earlier one left may have run out. */
    private static final Path MADE = Path.of("target", "certificates", String.valueOf(ProcessHandle.current().pid()))
            .toAbsolutePath();

    private final Path used;

    TestCertificates(String profile) {
        this.used = MADE.resolve(profile);
    }

    /** The certificate of that owner, as a file. */
    static synchronized Path certificate(String owner) {
        Path file = MADE.resolve(owner + ".crt");
        if (!Files.exists(file)) {
            make(owner);
        }
        return file;
    }

    static Path key(String owner) {
        return MADE.resolve(owner + ".key");
    }

    private static void make(String owner) {
        try {
            Files.createDirectories(MADE);
            new CertificateGenerator(MADE, true).generate(new CertificateRequest().withName(owner).withCN(owner)
                    .withSubjectAlternativeName("DNS:" + (owner.indexOf('.') < 0 ? "localhost" : owner))
                    .withFormat(Format.PEM));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a TLS configuration show the certificate of that owner, from now on or when it is reloaded. */
    void show(String tls, String owner) {
        try {
            Files.createDirectories(used);
            Files.copy(certificate(owner), used.resolve(tls + ".crt"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(key(owner), used.resolve(tls + ".key"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of a TLS configuration that shows a certificate. */
    Map<String, String> showing(String tls, String owner) {
        show(tls, owner);
        return Map.of("quarkus.tls." + tls + ".key-store.pem.0.cert", used.resolve(tls + ".crt").toString(),
                "quarkus.tls." + tls + ".key-store.pem.0.key", used.resolve(tls + ".key").toString());
    }

    /** The keys of a TLS configuration that takes certificates of those owners. */
    static Map<String, String> trusting(String tls, String... owners) {
        StringBuilder files = new StringBuilder();
        for (String owner : owners) {
            files.append(files.length() == 0 ? "" : ",").append(certificate(owner));
        }
        return Map.of("quarkus.tls." + tls + ".trust-store.pem.certs", files.toString());
    }
}
