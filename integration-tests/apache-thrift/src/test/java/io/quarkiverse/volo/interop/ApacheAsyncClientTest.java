package io.quarkiverse.volo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.apache.thrift.async.AsyncMethodCallback;
import org.apache.thrift.async.TAsyncClientManager;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TNonblockingSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.quarkiverse.volo.interop.apache.Greeting;
import io.quarkiverse.volo.interop.apache.Mood;
import io.quarkiverse.volo.interop.apache.NewerGreeter;
import io.quarkiverse.volo.interop.apache.Refused;
import io.quarkiverse.volo.interop.apache.Token;
import io.quarkiverse.volo.testing.FailOnBufferLeak;

/** Apache's asynchronous clients, which know frames only, call our server over its nonblocking sockets. */
@ExtendWith(FailOnBufferLeak.class)
class ApacheAsyncClientTest {

    private static VoloPeer peer;
    private static TAsyncClientManager manager;

    @BeforeAll
    static void start() throws IOException {
        peer = new VoloPeer().serve();
        manager = new TAsyncClientManager();
    }

    @AfterAll
    static void stop() {
        manager.stop();
        peer.close();
    }

    /** A client makes one call at a time, on a connection of its own. */
    private static NewerGreeter.AsyncClient client() throws IOException, TException {
        return client(peer);
    }

    private static NewerGreeter.AsyncClient client(VoloPeer server) throws IOException, TException {
        return new NewerGreeter.AsyncClient(new TBinaryProtocol.Factory(), manager,
                new TNonblockingSocket("127.0.0.1", server.port(), 20_000));
    }

    private static final class Reply<T> extends CompletableFuture<T> implements AsyncMethodCallback<T> {

        @Override
        public void onComplete(T reply) {
            complete(reply);
        }

        @Override
        public void onError(Exception failure) {
            completeExceptionally(failure);
        }

        T await() throws Exception {
            try {
                return get(20, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw (Exception) e.getCause();
            }
        }
    }

    private static Greeting greet(NewerGreeter.AsyncClient client, Greeting greeting) throws Exception {
        Reply<Greeting> reply = new Reply<>();
        client.greet(greeting, reply);
        return reply.await();
    }

    private static void check(NewerGreeter.AsyncClient client, String name) throws Exception {
        Reply<Void> reply = new Reply<>();
        client.check(name, reply);
        reply.await();
    }

    @Test
    void aStructComesBackAsItWasSent() throws Exception {
        Greeting sent = new Greeting("Zoë", true, (byte) -1, (short) 2026, Long.MIN_VALUE, 0.1,
                ByteBuffer.wrap(new byte[] { 0, (byte) 0x80, (byte) 0xff }), Mood.MERRY, List.of("Dr", ""), Set.of(4, 8, 15),
                Map.of("maths", List.of(1L, 2L), "none", List.of()));
        sent.setTimes(3);
        sent.setToken(Token.many(List.of(Token.word("open"), Token.mood(Mood.CALM), Token.many(List.of()))));

        assertThat(greet(client(), sent)).isEqualTo(sent.deepCopy().setReply(sent));
    }

    @Test
    void exceptionsArriveAsThemselvesAndTheConnectionStays() throws Exception {
        NewerGreeter.AsyncClient client = client();

        assertThatThrownBy(() -> check(client, "refuse")).isEqualTo(new Refused("not today", 42));
        assertThatThrownBy(() -> check(client(), "fail")).isInstanceOfSatisfying(TApplicationException.class,
                e -> assertThat(e.getType()).isEqualTo(TApplicationException.INTERNAL_ERROR));
        assertThatThrownBy(() -> added(client(), "x")).isInstanceOfSatisfying(TApplicationException.class,
                e -> assertThat(e.getType()).isEqualTo(TApplicationException.UNKNOWN_METHOD));
    }

    private static void added(NewerGreeter.AsyncClient client, String text) throws Exception {
        Reply<String> reply = new Reply<>();
        client.added(text, reply);
        reply.await();
    }

    @Test
    void fifteenMebibytesGoThereAndComeBack() throws Exception {
        String text = "x".repeat(15 << 20);
        // A server of its own: what it notes down would not fit into a reply of the others'.
        try (VoloPeer own = new VoloPeer().serve()) {
            NewerGreeter.AsyncClient client = client(own);
            note(client, text);

            assertThat(notes(client)).containsExactly(text);
        }
    }

    @Test
    void aThousandCallsInTurnAreAnswered() throws Exception {
        NewerGreeter.AsyncClient client = client();
        for (int i = 0; i < 1_000; i++) {
            assertThat(greet(client, new Greeting().setName("Bo").setTimes(i)).getTimes()).isEqualTo(i);
        }
    }

    @Test
    void aThousandCallsAtOnceAreAnswered() throws Exception {
        List<Reply<Greeting>> replies = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Reply<Greeting> reply = new Reply<>();
            greetLater(i, reply);
            replies.add(reply);
        }

        for (int i = 0; i < 1_000; i++) {
            assertThat(replies.get(i).await().getTimes()).isEqualTo(i);
        }
    }

    private static void greetLater(int number, Reply<Greeting> reply) throws IOException, TException {
        client().greet(new Greeting().setName("Bo").setTimes(number), reply);
    }

    @Test
    void aOnewayCallIsNotAnswered() throws Exception {
        NewerGreeter.AsyncClient client = client();
        note(client, "from an async client");

        assertThat(notes(client)).contains("from an async client");
    }

    private static void note(NewerGreeter.AsyncClient client, String text) throws Exception {
        Reply<Void> sent = new Reply<>();
        client.note(text, sent);
        sent.await();
    }

    private static List<String> notes(NewerGreeter.AsyncClient client) throws Exception {
        Reply<List<String>> notes = new Reply<>();
        client.notes(notes);
        return notes.await();
    }
}
