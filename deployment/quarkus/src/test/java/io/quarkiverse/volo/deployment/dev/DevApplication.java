package io.quarkiverse.volo.deployment.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.acme.hello.HelloService;
import org.jboss.shrinkwrap.api.asset.StringAsset;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.test.QuarkusDevModeTest;

/** Applications in dev mode, made from the sources of classes of these tests. */
final class DevApplication {

    private DevApplication() {
    }

    /** The bean's class serves the generated service of all these tests; it must be in the package of the test's own source. */
    static QuarkusDevModeTest serving(Class<?> bean, String... properties) {
        return new QuarkusDevModeTest().withApplicationRoot(jar -> jar
                .addPackage(HelloService.class.getPackage())
                .addClass(bean)
                .addAsResource(new StringAsset(String.join("\n", properties)), "application.properties"));
    }

    /** Adds an IDL file to the application that runs; it begins without any, and without their directory. */
    static Path addIdl(String name, String text) {
        try {
            return Files.writeString(Files.createDirectories(sources().resolve("thrift")).resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the build file would be. */
    static Path project() {
        return sources().getParent().getParent();
    }

    private static Path sources() {
        return DevConsoleManager.getHotReplacementContext().getSourcesDir().stream()
                .filter(directory -> directory.endsWith(Path.of("src/main/java")))
                .findFirst().orElseThrow().getParent();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
