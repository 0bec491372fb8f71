package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gRPC servers that are measured beside each other, with windows of 1 MiB for a stream and 4 MiB for a connection where
 * they
 * tell these apart, and messages of up to 32 MiB. Ours comes first, as the others are compared with it.
 */
final class GrpcServers implements AutoCloseable {

    private static final String LARGEST_MESSAGE = String.valueOf(32 << 20);

    private final List<Server> servers = new ArrayList<>();

    /** One of them. */
    record Server(String name, Subject subject) {
    }

    GrpcServers(Path application, Path quarkusGrpc) throws IOException {
        add("quarkus-volo", Launch.java("java", List.of("-Dquarkus.volo.server.grpc.max-request-size=" + LARGEST_MESSAGE,
                "-jar", runner(application))));
        add("grpc-java, directExecutor", Launch.java(GrpcJavaServer.class));
        add("vertx-grpc-server", Launch.java(VertxGrpcServer.class));
        addQuarkusGrpc("quarkus-grpc, separate server", quarkusGrpc, true, "quarkus.grpc.server.port");
        addQuarkusGrpc("quarkus-grpc, HTTP server", quarkusGrpc, false, "quarkus.http.port");
        addPeer("Kitex gRPC", Peers.KITEX.command("grpc-server"));
        addPeer("Volo-gRPC", Peers.VOLO.command("grpc-server"));
    }

    List<Server> all() {
        return servers;
    }

    private void add(String name, List<String> command) throws IOException {
        servers.add(new Server(name, Subject.start(WireBenchmark.SUBJECT_CORE, command)));
    }

    private void addPeer(String name, Optional<List<String>> command) throws IOException {
        if (command.isPresent()) {
            add(name, command.get());
        }
    }

    /** Its mode and its port are told by the command line. */
    private void addQuarkusGrpc(String name, Path application, boolean separate, String portKey) throws IOException {
        int port = freePort();
        List<String> command = Launch.java("java", List.of("-Dquarkus.grpc.server.use-separate-server=" + separate,
                "-Dquarkus.http.port=0", "-D" + portKey + "=" + port, "-jar", runner(application)));
        servers.add(new Server(name, Subject.start(WireBenchmark.SUBJECT_CORE, port, command)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String runner(Path application) {
        return application.resolve("quarkus-run.jar").toString();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.subject().close());
    }
}
