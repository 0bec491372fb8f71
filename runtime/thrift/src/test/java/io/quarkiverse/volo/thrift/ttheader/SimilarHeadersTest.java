package io.quarkiverse.volo.thrift.ttheader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.metainfo.CallMetainfo;

/** Headers that say nearly the same as the one that was read before. */
class SimilarHeadersTest {

    private final TTHeaderReader reader = new TTHeaderReader();

    private static TTHeader header(String deadline, String tenant) {
        return new TTHeader().sequenceId(1).put(TextKey.SERVICE, "Echo").put(TextKey.PERSISTENT + "TENANT", tenant)
                .put(IntKey.FROM_SERVICE, "me").put(IntKey.TO_SERVICE, "you").put(IntKey.RPC_TIMEOUT, deadline);
    }

    private static ByteBuf bytes(TTHeader header) {
        ByteBuf out = Unpooled.buffer();
        int start = TTHeaderWriter.begin(out, header);
        TTHeaderWriter.end(out, start);
        return out.skipBytes(4);
    }

    private TTHeader read(TTHeader header) {
        return reader.read(bytes(header));
    }

    /** All that a header says. */
    private static List<String> said(TTHeader header) {
        List<String> said = new ArrayList<>();
        said.add(header.flags() + " " + header.sequenceId() + " " + header.protocolId() + " " + header.token());
        header.forEach((key, value) -> said.add(key + "=" + value));
        for (int key = 0; key <= IntKey.LARGEST; key++) {
            said.add(key + "=" + header.get(key));
        }
        return said;
    }

    @Test
    void theSameHeaderHasTheSameTextsButItsOwnNumberAndFlags() {
        String tenant = read(header("1000", "acme")).get(TextKey.PERSISTENT + "TENANT");

        TTHeader again = read(header("1000", "acme").sequenceId(2).flags(TTHeader.OUT_OF_ORDER));

        assertThat(said(again)).isEqualTo(said(header("1000", "acme").sequenceId(2).flags(TTHeader.OUT_OF_ORDER)));
        assertThat(again.get(TextKey.PERSISTENT + "TENANT")).isSameAs(tenant);
    }

    @Test
    void whatStandsBeforeTheFirstDifferenceIsNotMadeAgain() {
        String tenant = read(header("1000", "acme")).get(TextKey.PERSISTENT + "TENANT");

        TTHeader next = read(header("0999", "acme"));

        assertThat(next.get(IntKey.RPC_TIMEOUT)).isEqualTo("0999");
        assertThat(next.get(TextKey.PERSISTENT + "TENANT")).isSameAs(tenant);
    }

    @Test
    void afterAHeaderThatCannotBeReadTheNextIsReadAfresh() {
        read(header("1000", "acme"));
        ByteBuf broken = bytes(header("1000", "evil"));
        // The length of the last text.
        broken.setByte(broken.toString(ISO_8859_1).indexOf("1000") + broken.readerIndex() - 2, 0x7f);
        assertThatThrownBy(() -> reader.read(broken)).isInstanceOf(VoloException.class);

        assertThat(said(read(header("1000", "acme")))).isEqualTo(said(header("1000", "acme")));
    }

    @Test
    void metainfoIsEachCallsOwnThoughItsHeaderIsTheSame() {
        CallMetainfo first = MetainfoKeys.readForward(read(header("1000", "acme")));
        first.setPersistent("TENANT", "changed by the first call");

        assertThat(MetainfoKeys.readForward(read(header("1000", "acme"))).getPersistent("TENANT")).isEqualTo("acme");
        assertThat(MetainfoKeys.readForward(read(header("1000", "other"))).getPersistent("TENANT")).isEqualTo("other");
    }

    /** The reader that has read others before reads each of them as a fresh one does. */
    @Test
    void whateverCameBeforeAHeaderSaysTheSame() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            ByteBuf bytes = bytes(any(random));
            if (random.nextInt(10) == 0) {
                bytes.setByte(10 + random.nextInt(bytes.readableBytes() - 10), random.nextInt());
            }
            assertThat(outcome(reader, bytes.duplicate())).isEqualTo(outcome(new TTHeaderReader(), bytes.duplicate()));
        }
    }

    private static TTHeader any(Random random) {
        TTHeader header = new TTHeader().sequenceId(random.nextInt());
        for (int key = 1; key < 8; key++) {
            String text = "x".repeat(random.nextInt(3)) + random.nextInt(2);
            List<Consumer<TTHeader>> all = List.of(any -> any.put(TextKey.PERSISTENT + text, text),
                    any -> any.put(IntKey.RPC_TIMEOUT, text), any -> any.put(IntKey.FROM_SERVICE, text),
                    any -> any.token(text), any -> any.put(TextKey.SERVICE, "Echo"));
            all.get(random.nextInt(all.size())).accept(header);
        }
        return header;
    }

    private static Object outcome(TTHeaderReader reader, ByteBuf bytes) {
        try {
            return said(reader.read(bytes));
        } catch (VoloException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
