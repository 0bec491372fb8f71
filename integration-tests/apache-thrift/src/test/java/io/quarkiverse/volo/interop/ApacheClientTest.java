package io.quarkiverse.volo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.thrift.TApplicationException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.TTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.volo.interop.apache.Greeting;
import io.quarkiverse.volo.interop.apache.Mood;
import io.quarkiverse.volo.interop.apache.NewerGreeter;
import io.quarkiverse.volo.interop.apache.Refused;
import io.quarkiverse.volo.interop.apache.Token;
import io.quarkiverse.volo.testing.FailOnBufferLeak;

/** Apache's blocking clients call our server. */
@ExtendWith(FailOnBufferLeak.class)
class ApacheClientTest {

    private static VoloPeer peer;

    @BeforeAll
    static void startOurServer() {
        peer = new VoloPeer().serve();
    }

    @AfterAll
    static void stopOurServer() {
        peer.close();
    }

    @FunctionalInterface
    private interface Calls {

        void make(NewerGreeter.Client client) throws Exception;
    }

    /** Opens a connection of an Apache client, and closes it afterwards. */
    private static void calling(Wrapping wrapping, Calls calls) throws Exception {
        try (TTransport transport = wrapping.around(new TSocket("127.0.0.1", peer.port(), 10_000))) {
            transport.open();
            calls.make(new NewerGreeter.Client(new TBinaryProtocol(transport)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStructComesBackAsItWasSent(Wrapping wrapping) throws Exception {
        Greeting sent = new Greeting("Zoë", true, (byte) -1, (short) 2026, Long.MIN_VALUE, 0.1,
                ByteBuffer.wrap(new byte[] { 0, (byte) 0x80, (byte) 0xff }), Mood.MERRY, List.of("Dr", ""), Set.of(4, 8, 15),
                Map.of("maths", List.of(1L, 2L), "none", List.of()));
        sent.setTimes(3);
        sent.setToken(Token.many(List.of(Token.word("open"), Token.mood(Mood.CALM), Token.many(List.of()))));

        calling(wrapping, client -> assertThat(client.greet(sent)).isEqualTo(sent.deepCopy().setReply(sent)));
    }

    @ParameterizedTest
    @EnumSource
    void fifteenMebibytesGoThereAndComeBack(Wrapping wrapping) throws Exception {
        String text = wrapping + "x".repeat(15 << 20);

        // A server of its own: what it notes down would not fit into a reply of the others'.
        try (VoloPeer own = new VoloPeer().serve();
                TTransport transport = wrapping.around(new TSocket("127.0.0.1", own.port(), 20_000))) {
            transport.open();
            NewerGreeter.Client client = new NewerGreeter.Client(new TBinaryProtocol(transport));
            client.note(text);

            assertThat(client.notes()).containsExactly(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThousandCallsInTurnAreAnswered(Wrapping wrapping) throws Exception {
        calling(wrapping, client -> {
            for (int i = 0; i < 1_000; i++) {
                assertThat(client.greet(new Greeting().setName("Bo").setTimes(i)).getTimes()).isEqualTo(i);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aThousandCallsAtOnceAreAnswered(Wrapping wrapping) throws Exception {
        List<TTransport> transports = new ArrayList<>();
        List<NewerGreeter.Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                TTransport transport = wrapping.around(new TSocket("127.0.0.1", peer.port(), 20_000));
                transports.add(transport);
                transport.open();
                clients.add(new NewerGreeter.Client(new TBinaryProtocol(transport)));
            }
            // What a client does in one, in two: so all calls are under way before the first one's reply is read.
            for (int i = 0; i < 1_000; i++) {
                clients.get(i).send_greet(new Greeting().setName("Bo").setTimes(i));
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(clients.get(i).recv_greet().getTimes()).isEqualTo(i);
            }
        } finally {
            transports.forEach(TTransport::close);
        }
    }

    @ParameterizedTest
    @EnumSource
    void optionalFieldsThatWereNotSentAreNotAnswered(Wrapping wrapping) throws Exception {
        Greeting sent = new Greeting().setName("Bo");

        calling(wrapping, client -> {
            Greeting received = client.greet(sent);

            assertThat(received.isSetTimes()).isFalse();
            assertThat(received.isSetMood()).isFalse();
            assertThat(received.getTitles()).isEmpty();
            assertThat(received.getReply().isSetReply()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDeclaredExceptionArrivesAsItself(Wrapping wrapping) throws Exception {
        calling(wrapping, client -> assertThatThrownBy(() -> client.check("refuse")).isEqualTo(new Refused("not today", 42)));
    }

    @ParameterizedTest
    @EnumSource
    void anUnexpectedErrorIsAnApplicationExceptionThatKeepsItsSecret(Wrapping wrapping) throws Exception {
        calling(wrapping, client -> {
            assertThatThrownBy(() -> client.check("fail")).isInstanceOfSatisfying(TApplicationException.class,
                    e -> assertThat(e.getType()).isEqualTo(TApplicationException.INTERNAL_ERROR))
                    .hasMessage("Greeter.check: internal error");
            client.check("the connection is still good");
        });
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownMethodIsNamed(Wrapping wrapping) throws Exception {
        calling(wrapping, client -> {
            assertThatThrownBy(() -> client.added("x")).isInstanceOfSatisfying(TApplicationException.class,
                    e -> assertThat(e.getType()).isEqualTo(TApplicationException.UNKNOWN_METHOD))
                    .hasMessageContaining("added");
            client.check("the connection is still good");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aOnewayCallIsNotAnswered(Wrapping wrapping) throws Exception {
        String text = "from " + wrapping;
        calling(wrapping, client -> {
            client.note(text);

            assertThat(client.notes()).contains(text);
        });
    }
}
