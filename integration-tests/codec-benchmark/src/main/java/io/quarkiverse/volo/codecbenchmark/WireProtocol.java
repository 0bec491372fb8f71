package io.quarkiverse.volo.codecbenchmark;

import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TTransport;

import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;

/** Thrift's protocols: ours and Apache's. */
public enum WireProtocol {

    BINARY(BinaryWriter::new, BinaryReader::new, TBinaryProtocol::new),
    COMPACT(CompactWriter::new, CompactReader::new, TCompactProtocol::new);

    final Supplier<ThriftWriter> writer;
    final Supplier<ThriftReader> reader;
    final Function<TTransport, TProtocol> apache;

    WireProtocol(Supplier<ThriftWriter> writer, Supplier<ThriftReader> reader, Function<TTransport, TProtocol> apache) {
        this.writer = writer;
        this.reader = reader;
        this.apache = apache;
    }

    WireProtocol other() {
        return this == BINARY ? COMPACT : BINARY;
    }
}
