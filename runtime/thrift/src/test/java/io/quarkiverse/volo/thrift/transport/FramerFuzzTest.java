package io.quarkiverse.volo.thrift.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderWriter;

/**
 * Whatever the bytes are: messages, the wait for more, or a failure of kind PROTOCOL. As part of the build it tries the corpus
 * and some thousands of mutations of it; {@code scripts/fuzz messages} searches with Jazzer, guided by coverage; what it finds
 * belongs into the folder {@code corpus} beside this test.
 */
class FramerFuzzTest {

    private static final int MAX_SIZE = 4096;
    // So many buffers cannot each be watched for leaks.
    private static final UnpooledByteBufAllocator UNWATCHED = new UnpooledByteBufAllocator(true, true);
    private static final int MUTATIONS = 20_000;

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        int whole = cut(bytes, bytes.length);
        assertThat(cut(bytes, 1)).as("messages found byte by byte").isEqualTo(whole);
    }

    /** How many messages there were; or how many and -1 less, if then came what is none. */
    private static int cut(byte[] bytes, int step) {
        MessageFramer framer = new MessageFramer(MAX_SIZE, 8);
        int found = 0;
        try {
            for (int at = 0; at < bytes.length; at += step) {
                framer.add(UNWATCHED, UNWATCHED.buffer(step).writeBytes(bytes, at, Math.min(step, bytes.length - at)));
                for (ByteBuf message = framer.next(); message != null; message = framer.next()) {
                    found++;
                    look(framer, message);
                }
                framer.discardRead();
            }
            return found;
        } catch (VoloException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.PROTOCOL);
            RefusedHeader refused = framer.headerOfRefused();
            assertThat(refused == null || refused.header().name().length() <= RefusedHeader.LONGEST_NAME).isTrue();
            return -1 - found;
        } finally {
            framer.release();
        }
    }

    private static void look(MessageFramer framer, ByteBuf message) {
        assertThat(message.readableBytes()).isLessThanOrEqualTo(MAX_SIZE + Frame.LENGTH_SIZE);
        if (framer.form().hasHeader()) {
            isTheSameAgain(framer.header());
        }
    }

    /** What was read can be written, and read again; if it is not too long for that. */
    private static void isTheSameAgain(TTHeader header) {
        ByteBuf out = Unpooled.buffer();
        TTHeaderReader reader = new TTHeaderReader();
        try {
            TTHeaderWriter.begin(out, header);
            TTHeaderWriter.end(out, 0);
            TTHeader again = reader.read(out.skipBytes(Frame.LENGTH_SIZE));
            assertThat(texts(again)).isEqualTo(texts(header));
            assertThat(again.sequenceId()).isEqualTo(header.sequenceId());
        } catch (VoloException tooLong) {
            assertThat(tooLong).hasMessageContaining("expected: at most");
        } finally {
            out.release();
        }
    }

    private static List<String> texts(TTHeader header) {
        Stream.Builder<String> texts = Stream.builder();
        header.forEach((key, value) -> texts.add(key + "=" + value));
        return texts.build().toList();
    }

    static Stream<Path> corpus() throws IOException, URISyntaxException {
        URL folder = FramerFuzzTest.class.getResource("corpus");
        return Files.list(Path.of(Objects.requireNonNull(folder).toURI()));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyFileOfTheCorpusIsAMessage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        fuzzerTestOneInput(bytes);
        assertThat(cut(bytes, 3)).isEqualTo(1);
    }

    @Test
    void mutatedMessagesAreCutOrRefused() throws IOException, URISyntaxException {
        List<Path> files = corpus().sorted().toList();
        Random random = new Random(21);
        byte[][] messages = new byte[files.size()][];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = Files.readAllBytes(files.get(i));
        }
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] message = messages[random.nextInt(messages.length)];
                byte[] mutated = Arrays.copyOf(message, random.nextInt(2 * message.length));
                for (int change = random.nextInt(4); change > 0 && mutated.length > 0; change--) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
                fuzzerTestOneInput(mutated);
            }
        });
    }
}
