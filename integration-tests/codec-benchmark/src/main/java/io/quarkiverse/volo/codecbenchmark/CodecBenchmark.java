package io.quarkiverse.volo.codecbenchmark;

import java.util.concurrent.TimeUnit;

import org.apache.thrift.TBase;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.AutoExpandingBufferWriteTransport;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphLayout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;

/**
 * Encodes and decodes one value again and again; ours from and to a pooled buffer, on the heap and direct, Apache's from and to
 * its fastest transports, which are arrays. Before measuring, all must make the same bytes, and the same value of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// JOL measures records only if it is asked to guess where their fields are.
@Fork(value = 1, jvmArgsAppend = "-Djol.magicFieldOffset=true")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // prepare() does it
public class CodecBenchmark {

    private static final int ROUNDS_OF_THE_OTHER = 20_000;

    @Param
    public Sample sample = Sample.ECHO;

    @Param
    public WireProtocol wire = WireProtocol.BINARY;

    /** Whether the generated code has worked with the other protocol, too, as in a server that speaks both. */
    @Param({ "false" })
    public boolean both;

    private StructCodec<Object> codec;
    private Object value;
    private ThriftReader reader;
    private ThriftWriter writer;
    private ByteBuf heap;
    private ByteBuf direct;
    private ByteBuf written;
    private ByteBuf writtenDirect;

    private TBase<?, ?> apacheValue;
    private TProtocol apacheIn;
    private TProtocol apacheOut;
    private TMemoryInputTransport source;
    private AutoExpandingBufferWriteTransport sink;
    private byte[] bytes;

    @Setup
    public void prepare() throws TException {
        codec = sample.codec();
        value = sample.value();
        if (both) {
            prepare(wire.other());
            for (int i = 0; i < ROUNDS_OF_THE_OTHER; i++) {
                encodeHeap();
                decodeHeap();
                decodeApache();
                encodeApache();
            }
        }
        prepare(wire);
        System.out.println("decoded value: " + GraphLayout.parseInstance(decodeHeap()).totalSize() + " B in memory, "
                + bytes.length + " B on the wire");
    }

    private void prepare(WireProtocol wire) throws TException {
        writer = wire.writer.get();
        reader = wire.reader.get();
        written = PooledByteBufAllocator.DEFAULT.heapBuffer(64 * 1024);
        writtenDirect = PooledByteBufAllocator.DEFAULT.directBuffer(64 * 1024);
        bytes = ByteBufUtil.getBytes(encodeHeap());
        heap = PooledByteBufAllocator.DEFAULT.heapBuffer(bytes.length).writeBytes(bytes);
        direct = PooledByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);

        source = new TMemoryInputTransport(bytes);
        apacheIn = wire.apache.apply(source);
        sink = new AutoExpandingBufferWriteTransport(new TConfiguration(), 64 * 1024, 0);
        apacheOut = wire.apache.apply(sink);
        apacheValue = (TBase<?, ?>) decodeApache();
        check("direct bytes", ByteBufUtil.getBytes(encodeDirect()));
        encodeApache();
        check("Apache's bytes", java.util.Arrays.copyOf(sink.getBuf().array(), sink.getLength()));
        checkEqual(value, decodeHeap());
        checkEqual(value, decodeDirect());
        checkEqual(apacheValue, decodeApache());
    }

    /** Hash maps have their own order, so as many bytes and the value that is made of them are compared. */
    private void check(String what, byte[] other) throws TException {
        if (other.length != bytes.length) {
            throw new IllegalStateException(what + ": " + other.length + " (expected: " + bytes.length + ")");
        }
        ByteBuf buffer = io.netty.buffer.Unpooled.wrappedBuffer(other);
        checkEqual(value, codec.read(reader.reset(buffer)));
    }

    private static void checkEqual(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("value: " + actual + " (expected: " + expected + ")");
        }
    }

    @Benchmark
    public ByteBuf encodeHeap() {
        codec.write(writer.reset(written.clear()), value);
        return written;
    }

    @Benchmark
    public ByteBuf encodeDirect() {
        codec.write(writer.reset(writtenDirect.clear()), value);
        return writtenDirect;
    }

    @Benchmark
    public Object decodeHeap() {
        return codec.read(reader.reset(heap.readerIndex(0)));
    }

    @Benchmark
    public Object decodeDirect() {
        return codec.read(reader.reset(direct.readerIndex(0)));
    }

    @Benchmark
    public Object encodeApache() throws TException {
        sink.reset();
        apacheValue.write(apacheOut);
        return sink;
    }

    @Benchmark
    public Object decodeApache() throws TException {
        source.reset(bytes);
        TBase<?, ?> empty = sample.emptyOfApache();
        empty.read(apacheIn);
        return empty;
    }
}
