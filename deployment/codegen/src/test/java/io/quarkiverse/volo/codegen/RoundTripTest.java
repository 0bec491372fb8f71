package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;

/** Whatever a generated value holds, it is read as it was written, in both protocols and in memory of both kinds. */
class RoundTripTest {

    private static final int VALUES = 500;
    private static final List<Class<?>> TYPES = List.of(compile("types", "org.acme.types.Everything"),
            compile("unions", "org.acme.drawing.Drawing"));

    /** A type of the golden files, compiled. */
    private static Class<?> compile(String golden, String type) {
        try {
            Path folder = Files.createTempDirectory("round-trip");
            IdlFolder idl = new IdlFolder(folder).withAllOf(GoldenTest.CASES.resolve(golden));
            idl.compile();
            Path classes = folder.resolve("classes");
            assertThat(JavaSources.compile(idl.sources(), classes)).isEmpty();
            return JavaSources.loader(classes).loadClass(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void binary(boolean direct) {
        for (int seed = 0; seed < VALUES; seed++) {
            roundTrip(seed, direct, new BinaryWriter(), new BinaryReader());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void compact(boolean direct) {
        for (int seed = 0; seed < VALUES; seed++) {
            roundTrip(seed, direct, new CompactWriter(), new CompactReader());
        }
    }

    private static void roundTrip(int seed, boolean direct, ThriftWriter out, ThriftReader in) {
        TYPES.forEach(type -> roundTrip(type, seed, direct, out, in));
    }

    @SuppressWarnings("unchecked")
    private static void roundTrip(Class<?> type, int seed, boolean direct, ThriftWriter out, ThriftReader in) {
        Object value = new RandomValues(seed).of(type);
        ByteBuf bytes = direct ? Unpooled.directBuffer() : Unpooled.buffer();
        try {
            var codec = (StructCodec<Object>) type.getField("CODEC").get(null);
            codec.write(out.reset(bytes), value);
            assertThat(codec.read(in.reset(bytes))).as("%s of seed %d", type, seed).isEqualTo(value);
            assertThat(bytes.isReadable()).isFalse();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            bytes.release();
        }
    }
}
