package io.quarkiverse.volo.interop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.server.TNonblockingServer;
import org.apache.thrift.server.TServer;
import org.apache.thrift.server.TSimpleServer;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.server.TThreadedSelectorServer;
import org.apache.thrift.transport.TNonblockingServerSocket;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.TServerTransport;
import org.apache.thrift.transport.layered.TFramedTransport;

import io.quarkiverse.volo.interop.apache.Greeter;
import io.quarkiverse.volo.interop.apache.Greeting;
import io.quarkiverse.volo.interop.apache.Refused;

/** Apache's server of the same service, on a free port. */
final class ApachePeer implements AutoCloseable {

    private final int port;
    private final TServerTransport socket;
    private final TServer server;
    private final Thread thread;

    private ApachePeer(int port, TServerTransport socket, TServer server) {
        this.port = port;
        this.socket = socket;
        this.server = server;
        this.thread = new Thread(server::serve, "apache-server");
        thread.start();
    }

    /** A thread per connection. */
    static ApachePeer threadPool(Wrapping wrapping) throws TException {
        TServerSocket socket = loopback();
        return new ApachePeer(socket.getServerSocket().getLocalPort(), socket,
                new TThreadPoolServer(new TThreadPoolServer.Args(socket)
                        .processor(new Greeter.Processor<>(new Handler()))
                        .transportFactory(wrapping.apache())
                        .protocolFactory(new TBinaryProtocol.Factory(true, true))));
    }

    /** One thread, one connection at a time. */
    static ApachePeer simple(Wrapping wrapping) throws TException {
        TServerSocket socket = loopback();
        return new ApachePeer(socket.getServerSocket().getLocalPort(), socket, new TSimpleServer(new TServer.Args(socket)
                .processor(new Greeter.Processor<>(new Handler()))
                .transportFactory(wrapping.apache())
                .protocolFactory(new TBinaryProtocol.Factory(true, true))));
    }

    private static TServerSocket loopback() throws TException {
        return new TServerSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** One thread for all connections; frames only. */
    static ApachePeer nonblocking(Wrapping framed) throws TException {
        TNonblockingServerSocket socket = nonblockingLoopback();
        return new ApachePeer(socket.getPort(), socket, new TNonblockingServer(new TNonblockingServer.Args(socket)
                .processor(new Greeter.Processor<>(new Handler()))
                .transportFactory(new TFramedTransport.Factory())
                .protocolFactory(new TBinaryProtocol.Factory(true, true))));
    }

    /** Two threads that read and write, and workers that serve; frames only. */
    static ApachePeer threadedSelector(Wrapping framed) throws TException {
        TNonblockingServerSocket socket = nonblockingLoopback();
        return new ApachePeer(socket.getPort(), socket, new TThreadedSelectorServer(new TThreadedSelectorServer.Args(socket)
                .processor(new Greeter.Processor<>(new Handler()))
                .transportFactory(new TFramedTransport.Factory())
                .protocolFactory(new TBinaryProtocol.Factory(true, true))));
    }

    private static TNonblockingServerSocket nonblockingLoopback() throws TException {
        return new TNonblockingServerSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        server.stop();
        socket.close();
        thread.join(10_000);
    }

    private static final class Handler implements Greeter.Iface {

        private final List<String> notes = new CopyOnWriteArrayList<>();

        @Override
        public Greeting greet(Greeting greeting) {
            return greeting.deepCopy().setReply(greeting);
        }

        @Override
        public void check(String name) throws Refused {
            if (name.equals("refuse")) {
                throw new Refused("not today", 42);
            }
            if (name.equals("fail")) {
                throw new IllegalStateException("secret");
            }
        }

        @Override
        public void note(String text) {
            notes.add(text);
        }

        @Override
        public List<String> notes() {
            return List.copyOf(notes);
        }
    }
}
