package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.quarkiverse.volo.testing.AllocationBound;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.testing.EchoProcess;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.transport.ConnectionLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** More connections than anybody needs; one that was there before is served all the time. */
@ExtendWith(FailOnBufferLeak.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConnectionFloodTest {

    @RegisterExtension
    static final AllocationBound BOUND = new AllocationBound();

    private static final int DESCRIPTORS = 200;

    private final Vertx vertx = Vertx.vertx();
    private final List<Socket> flood = new ArrayList<>();
    private EchoServer server;
    private ConnectionLimit limit;

    private void serve(int maxConnections) {
        server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT, (context, text) -> Uni.createFrom().item(text),
                protocols -> BOUND.around(limit = new ConnectionLimit(maxConnections, " (key: k)", protocols)));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : flood) {
            socket.close();
        }
        if (server != null) {
            server.close();
        }
        EchoServer.done(vertx.close());
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static boolean isServed(Socket socket) {
        ByteBuf request = call(ECHO, 1, "hi");
        try {
            socket.getOutputStream().write(ByteBufUtil.getBytes(request));
            InputStream in = socket.getInputStream();
            byte[] length = in.readNBytes(4);
            return length.length == 4 && new String(in.readNBytes(length[3]), StandardCharsets.ISO_8859_1).contains("hi");
        } catch (IOException e) {
            return false;
        } finally {
            request.release();
        }
    }

    @Test
    void tenThousandConnectionsThatComeAndGoLeaveNothingBehind() throws Exception {
        serve(10_000);
        try (Socket other = connect(server.address().port())) {
            for (int i = 0; i < 10_000; i++) {
                Socket socket = connect(server.address().port());
                // Reset instead of waiting in the kernel: ten thousand of those would use up the ports of the machine.
                socket.setSoLinger(true, 0);
                if (i % 10 == 0) {
                    socket.getOutputStream().write(0x80);
                }
                socket.close();
                if (i % 1_000 == 0) {
                    assertThat(isServed(other)).isTrue();
                }
            }

            assertThat(isServed(other)).isTrue();
            Await.until("all but one are closed", () -> limit.open() == 1);
        }
    }

    @Test
    void aThousandConnectionsBeyondTheLimitAreClosedAndOthersServed() throws Exception {
        serve(50);
        Socket other = connect(server.address().port());
        flood.add(other);
        assertThat(isServed(other)).isTrue();
        for (int i = 0; i < 1_049; i++) {
            flood.add(connect(server.address().port()));
        }

        long served = flood.stream().filter(ConnectionFloodTest::isServed).count();

        assertThat(served).isEqualTo(50);
        assertThat(isServed(other)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessWithoutFileDescriptorsServesWhatItHasAndAcceptsAgain() throws Exception {
        Process process = new ProcessBuilder("sh", "-c",
                "ulimit -n " + DESCRIPTORS + " && exec \"$0\" -cp \"$1\" " + EchoProcess.class.getName(),
                System.getProperty("java.home") + "/bin/java", System.getProperty("java.class.path"))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(output.readLine());
            try (Socket other = connect(port)) {
                assertThat(isServed(other)).isTrue();
                for (int i = 0; i < DESCRIPTORS; i++) {
                    flood.add(connect(port));
                }

                assertThat(isServed(other)).isTrue();
                // In the order in which they were accepted: all but the last ones have a descriptor.
                assertThat(isServed(flood.get(0))).isTrue();
                Socket last = flood.get(DESCRIPTORS - 1);
                last.setSoTimeout(2_000);
                assertThat(isServed(last)).as("the last one, for which there is no descriptor").isFalse();
                assertThat(isServed(other)).as("while the last one waits").isTrue();
                for (Socket socket : flood) {
                    socket.close();
                }
                try (Socket later = connect(port)) {
                    assertThat(isServed(later)).as("after others have gone").isTrue();
                }
                assertThat(isServed(other)).isTrue();
            }
            process.getOutputStream().close();
            assertThat(output.lines()).as("what it says of its memory").containsExactly("bound kept");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
