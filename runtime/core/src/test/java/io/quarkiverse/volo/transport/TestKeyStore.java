package io.quarkiverse.volo.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;

/** A PKCS#12 key store with one self-signed certificate per host name, made by the JDK's keytool. */
final class TestKeyStore {

    private static final String PASSWORD = "secret";

    private final Buffer content;

    TestKeyStore(Path directory, String... hosts) throws Exception {
        Path file = directory.resolve(String.join("-", hosts) + ".p12");
        for (String host : hosts) {
            addSelfSigned(host, file);
        }
        content = Buffer.buffer(Files.readAllBytes(file));
    }

    private static void addSelfSigned(String host, Path file) throws IOException, InterruptedException {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(
                List.of(keytool, "-genkeypair", "-alias", host, "-keyalg", "EC", "-groupname", "secp256r1",
                        "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-validity", "2", "-storetype", "PKCS12",
                        "-keystore", file.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.txt").toFile()).start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + Files.readString(file.resolveSibling("keytool.txt")));
        }
    }

    PfxOptions options() {
        return new PfxOptions().setValue(content).setPassword(PASSWORD);
    }
}
