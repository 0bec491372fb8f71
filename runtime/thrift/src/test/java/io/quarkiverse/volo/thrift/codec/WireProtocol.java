package io.quarkiverse.volo.thrift.codec;

import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TTransport;

/** Thrift's protocols: ours and Apache's. */
enum WireProtocol {

    BINARY(BinaryWriter::new, BinaryReader::new, TBinaryProtocol::new),
    COMPACT(CompactWriter::new, CompactReader::new, TCompactProtocol::new);

    private final Supplier<ThriftWriter> writer;
    private final Function<DecodeLimits, ThriftReader> reader;
    private final Function<TTransport, TProtocol> apache;

    WireProtocol(Supplier<ThriftWriter> writer, Function<DecodeLimits, ThriftReader> reader,
            Function<TTransport, TProtocol> apache) {
        this.writer = writer;
        this.reader = reader;
        this.apache = apache;
    }

    ThriftWriter writer() {
        return writer.get();
    }

    ThriftReader reader() {
        return reader(DecodeLimits.DEFAULT);
    }

    ThriftReader reader(DecodeLimits limits) {
        return reader.apply(limits);
    }

    TProtocol apache(TTransport transport) {
        return apache.apply(transport);
    }
}
