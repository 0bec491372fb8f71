package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.thrift.TException;
import org.apache.thrift.async.AsyncMethodCallback;
import org.apache.thrift.async.TAsyncClientManager;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TNonblockingSocket;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.layered.TFramedTransport;

import io.quarkiverse.volo.benchmark.apache.Echo;
import io.quarkiverse.volo.benchmark.apache.Message;

/** Apache Thrift's clients for Java, with a connection for each loop. */
public final class ApacheClient {

    private static final String HOST = "127.0.0.1";

    private ApacheClient() {
    }

    /** @param arguments {@code blocking}, {@code virtual} or {@code async}, the port, the number of loops */
    public static void main(String[] arguments) throws IOException, TException {
        int port = Integer.parseInt(arguments[1]);
        int loops = Integer.parseInt(arguments[2]);
        ClientCommands.obey(switch (arguments[0]) {
            case "blocking" -> new Blocking(port, loops, Executors.newFixedThreadPool(loops));
            case "virtual" -> new Blocking(port, loops, virtualThreads());
            case "async" -> new Async(port, loops);
            default ->
                throw new IllegalArgumentException("client: " + arguments[0] + " (expected: blocking, virtual or async)");
        });
        System.exit(0);
    }

    /** By reflection, as this is compiled for Java 17. */
    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("virtual threads need Java 21", e);
        }
    }

    /** A thread for each loop, as a blocking client needs it. */
    private static final class Blocking extends ClientLoops {

        private final List<Echo.Client> clients = new ArrayList<>();
        private final ExecutorService threads;

        Blocking(int port, int loops, ExecutorService threads) throws TException {
            super(loops);
            this.threads = threads;
            for (int i = 0; i < loops; i++) {
                TFramedTransport transport = new TFramedTransport(new TSocket(HOST, port));
                transport.open();
                clients.add(new Echo.Client(new TBinaryProtocol(transport)));
            }
        }

        @Override
        protected void start(int loop) {
            Echo.Client client = clients.get(loop);
            threads.execute(() -> {
                try {
                    while (replied(client.echo(new Message(TEXT)).getText())) {
                        // The condition is all that there is to do.
                    }
                } catch (TException e) {
                    failed(e);
                }
                ended();
            });
        }
    }

    /** One selector thread for all: the process has one core. */
    private static final class Async extends ClientLoops {

        private final List<Echo.AsyncClient> clients = new ArrayList<>();

        Async(int port, int loops) throws IOException, TException {
            super(loops);
            TAsyncClientManager manager = new TAsyncClientManager();
            for (int i = 0; i < loops; i++) {
                clients.add(new Echo.AsyncClient(new TBinaryProtocol.Factory(), manager, new TNonblockingSocket(HOST, port)));
            }
        }

        @Override
        protected void start(int loop) {
            next(clients.get(loop));
        }

        private void next(Echo.AsyncClient client) {
            try {
                client.echo(new Message(TEXT), new AsyncMethodCallback<>() {

                    @Override
                    public void onComplete(Message reply) {
                        if (replied(reply.getText())) {
                            next(client);
                        } else {
                            ended();
                        }
                    }

                    @Override
                    public void onError(Exception failure) {
                        failed(failure);
                    }
                });
            } catch (TException e) {
                failed(e);
            }
        }
    }
}
