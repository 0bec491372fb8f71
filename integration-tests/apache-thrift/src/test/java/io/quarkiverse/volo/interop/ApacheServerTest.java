package io.quarkiverse.volo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.thrift.TException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.value.Binary;
import io.smallrye.mutiny.Uni;

/** Our clients call Apache's servers. */
@ExtendWith(FailOnBufferLeak.class)
class ApacheServerTest {

    private static final Greeting GREETING = Greeting.builder().name("Zoë").times(3).loud(true).level((byte) -1)
            .year((short) 2026).nanos(Long.MIN_VALUE).weight(0.1)
            .seal(Binary.copyOf(new byte[] { 0, (byte) 0x80, (byte) 0xff }))
            .mood(Mood.MERRY).titles(List.of("Dr", "")).lots(Set.of(4, 8, 15))
            .marks(Map.of("maths", List.of(1L, 2L), "none", List.of()))
            .token(Token.many(List.of(Token.word("open"), Token.mood(Mood.CALM), Token.many(List.of())))).build();

    private final VoloPeer ours = new VoloPeer();
    private ApachePeer apache;

    /** Our connections first: TSimpleServer serves the one it has until that is closed. */
    @AfterEach
    void stopBoth() throws InterruptedException {
        ours.close();
        apache.close();
    }

    @FunctionalInterface
    private interface Start {

        ApachePeer on(Wrapping wrapping) throws TException;
    }

    static Stream<Arguments> servers() {
        return Stream.concat(Stream.of(
                Arguments.of("TSimpleServer", (Start) ApachePeer::simple, Wrapping.FRAMED),
                Arguments.of("TSimpleServer", (Start) ApachePeer::simple, Wrapping.BUFFERED)), parallelServers());
    }

    /** Those that serve several connections at a time. */
    static Stream<Arguments> parallelServers() {
        return Stream.of(
                Arguments.of("TThreadPoolServer", (Start) ApachePeer::threadPool, Wrapping.FRAMED),
                Arguments.of("TThreadPoolServer", (Start) ApachePeer::threadPool, Wrapping.BUFFERED),
                Arguments.of("TNonblockingServer", (Start) ApachePeer::nonblocking, Wrapping.FRAMED),
                Arguments.of("TThreadedSelectorServer", (Start) ApachePeer::threadedSelector, Wrapping.FRAMED));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("servers")
    void aStructComesBackAsItWasSent(String server, Start start, Wrapping wrapping) throws Exception {
        apache = start.on(wrapping);
        assertThat(await(client(wrapping).greet(GREETING)))
                .isEqualTo(GREETING.toBuilder().reply(GREETING).build());
    }

    @ParameterizedTest
    @EnumSource
    void aBlockingClientWaitsForTheReply(Wrapping wrapping) throws Exception {
        apache = ApachePeer.threadPool(wrapping);
        Greeter.Blocking client = new GreeterDefinition().blockingClient(ours.client(apache.port(), wrapping));

        assertThat(client.greet(GREETING).reply()).isEqualTo(GREETING);
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("parallelServers")
    void aDeclaredExceptionArrivesAsItself(String server, Start start, Wrapping wrapping) throws Exception {
        apache = start.on(wrapping);
        assertThatThrownBy(() -> await(client(wrapping).check("refuse")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo("not today");
                    assertThat(refused.code()).isEqualTo(42);
                });
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("parallelServers")
    void theServersErrorNamesMethodAndAddress(String server, Start start, Wrapping wrapping) throws Exception {
        apache = start.on(wrapping);
        assertThatThrownBy(() -> await(client(wrapping).check("fail")))
                .isInstanceOfSatisfying(ThriftException.class,
                        e -> assertThat(e.type()).isEqualTo(ThriftException.Type.INTERNAL_ERROR))
                .hasMessageContaining("Greeter.check").hasMessageContaining("127.0.0.1:" + apache.port());
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("parallelServers")
    void anUnknownMethodIsTheServersError(String server, Start start, Wrapping wrapping) throws Exception {
        apache = start.on(wrapping);
        NewerGreeter newer = new NewerGreeterDefinition().client(ours.client(apache.port(), wrapping));

        assertThatThrownBy(() -> await(newer.added("x"))).isInstanceOfSatisfying(ThriftException.class,
                e -> assertThat(e.type()).isEqualTo(ThriftException.Type.UNKNOWN_METHOD))
                .hasMessageContaining("NewerGreeter.added").hasMessageContaining("'added'");
        await(newer.check("the connection is still good"));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("parallelServers")
    void aOnewayCallIsNotAnswered(String server, Start start, Wrapping wrapping) throws Exception {
        apache = start.on(wrapping);
        Greeter client = client(wrapping);
        await(client.note("hello"));

        // Perhaps on another connection, which may be served first.
        assertThat(await(client.notes().repeat().whilst(List::isEmpty).collect().last())).containsExactly("hello");
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("parallelServers")
    void fifteenMebibytesGoThereAndComeBack(String server, Start start, Wrapping wrapping) throws Exception {
        apache = start.on(wrapping);
        Greeter client = client(wrapping);
        String text = "x".repeat(15 << 20);
        await(client.note(text));

        assertThat(await(client.notes().repeat().whilst(List::isEmpty).collect().last())).containsExactly(text);
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("parallelServers")
    void aThousandCallsInTurnAndAThousandAtOnceAreAnswered(String server, Start start, Wrapping wrapping) throws Exception {
        apache = start.on(wrapping);
        Greeter client = client(wrapping);
        for (int i = 0; i < 1_000; i++) {
            assertThat(await(client.greet(GREETING.toBuilder().times(i).build())).times()).isEqualTo(i);
        }

        List<Uni<Integer>> calls = IntStream.range(0, 1_000)
                .mapToObj(i -> client.greet(GREETING.toBuilder().times(i).build()).map(Greeting::times)).toList();
        assertThat(await(Uni.join().all(calls).andFailFast())).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    private Greeter client(Wrapping wrapping) {
        return new GreeterDefinition().client(ours.client(apache.port(), wrapping));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
