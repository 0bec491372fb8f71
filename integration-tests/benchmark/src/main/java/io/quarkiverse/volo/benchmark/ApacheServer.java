package io.quarkiverse.volo.benchmark;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import org.apache.thrift.server.TNonblockingServer;
import org.apache.thrift.server.TServer;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.server.TThreadedSelectorServer;
import org.apache.thrift.transport.TNonblockingServerSocket;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.TTransportException;
import org.apache.thrift.transport.layered.TFastFramedTransport;

import io.quarkiverse.volo.benchmark.apache.Echo;
import io.quarkiverse.volo.benchmark.apache.Message;

/**
 * Apache Thrift's servers for Java, each at the setting that was fastest on one core of those that were tried: workers behind
 * the selector, and either kind of framed transport.
 */
public final class ApacheServer {

    private static final int ENOUGH_THREADS = 2_000;

    private ApacheServer() {
    }

    /** @param arguments {@code nonblocking}, {@code selector} or {@code pool} */
    public static void main(String[] arguments) throws TTransportException {
        Echo.Processor<Echo.Iface> processor = new Echo.Processor<>(message -> new Message(message.getText()));
        TServer server = switch (arguments[0]) {
            case "nonblocking" -> new TNonblockingServer(new TNonblockingServer.Args(nonblockingSocket()).processor(processor));
            // No workers: calls run on the selector thread, which saves two hand-overs.
            case "selector" -> new TThreadedSelectorServer(new TThreadedSelectorServer.Args(nonblockingSocket())
                    .selectorThreads(1).workerThreads(0).processor(processor));
            case "pool" -> new TThreadPoolServer(new TThreadPoolServer.Args(blockingSocket())
                    .minWorkerThreads(100).maxWorkerThreads(ENOUGH_THREADS)
                    .transportFactory(new TFastFramedTransport.Factory()).processor(processor));
            default ->
                throw new IllegalArgumentException("server: " + arguments[0] + " (expected: nonblocking, selector or pool)");
        };
        server.serve();
    }

    /** The server and its settings, for the head of a row. */
    static String describe(String kind) {
        return switch (kind) {
            case "nonblocking" -> "TNonblockingServer";
            case "selector" -> "TThreadedSelectorServer, 1 selector, no workers";
            case "pool" -> "TThreadPoolServer, TFastFramedTransport, 100-2000 threads";
            default -> kind;
        };
    }

    private static TNonblockingServerSocket nonblockingSocket() throws TTransportException {
        TNonblockingServerSocket socket = new TNonblockingServerSocket(loopback());
        Subject.announce(socket.getPort());
        return socket;
    }

    private static TServerSocket blockingSocket() throws TTransportException {
        TServerSocket socket = new TServerSocket(loopback());
        Subject.announce(socket.getServerSocket().getLocalPort());
        return socket;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
