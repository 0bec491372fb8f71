package io.quarkiverse.volo.grpc.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.google.protobuf.StringValue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quarkiverse.volo.testing.FailOnBufferLeak;

@ExtendWith(FailOnBufferLeak.class)
class CompressionTest {

    private static final int MIB = 1024 * 1024;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final ProtobufCodec<StringValue> codec = ProtobufCodec.of(StringValue.getDefaultInstance());

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readsWhatItWrites(Compression compression) {
        StringValue message = StringValue.of("a text that repeats ".repeat(1_000));
        ByteBuf sent = new MessageWriter<>(codec, compression, MIB).write(allocator, message);
        MessageReader<StringValue> reader = new MessageReader<>(allocator, codec, compression, MIB);
        if (compression != Compression.IDENTITY) {
            assertThat(sent.readableBytes()).isLessThan(1_000);
        }

        reader.add(sent);
        assertThat(reader.next()).isEqualTo(message);
        assertThat(reader.next()).isNull();
        reader.keepRest();
        sent.release();
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "IDENTITY", mode = EnumSource.Mode.EXCLUDE)
    void aBombTakesNoMoreMemoryThanAMessageMayHave(Compression compression) throws IOException {
        ByteBuf bomb = allocator.buffer();
        byte[] zeros = new byte[MIB];
        try (OutputStream out = compression.compressed(new ByteBufOutputStream(bomb))) {
            for (int i = 0; i < 1024; i++) {
                out.write(zeros);
            }
        }
        long before = allocator.metric().usedHeapMemory();
        assertThat(bomb.readableBytes()).as("a GiB, compressed").isLessThan(2 * MIB);

        assertThatThrownBy(() -> compression.decompress(allocator, bomb, 4 * MIB))
                .hasMessage("RESOURCE_EXHAUSTED: message size, decompressed: more than 4194304 bytes"
                        + " (expected: at most 4194304)");

        if (compression != Compression.ZSTD) { // whose bomb is smaller than what is read at once
            assertThat(bomb.isReadable()).as("most of it was not looked at").isTrue();
        }
        assertThat(allocator.metric().usedHeapMemory()).isEqualTo(before);
        bomb.release();
    }

    @Test
    void isKnownByItsName() {
        assertThat(Compression.named(null)).isEqualTo(Compression.IDENTITY);
        assertThat(Compression.named("gzip")).isEqualTo(Compression.GZIP);
        assertThat(Compression.named("snappy")).isNull();
        assertThat(Compression.ZSTD.isAmong("gzip, zstd")).isTrue();
        assertThat(Compression.GZIP.isAmong("deflate")).isFalse();
        assertThat(Compression.GZIP.isAmong(null)).isFalse();
    }
}
