package io.quarkiverse.volo.thrift.codec;

import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TTransportException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Bytes that Apache's library reads and writes. */
final class ApacheMemory {

    final TMemoryBuffer transport;

    /** Binary is strict in what it writes, not in what it reads: Apache's default. */
    final TProtocol protocol;

    ApacheMemory() {
        this(WireProtocol.BINARY);
    }

    ApacheMemory(WireProtocol wire) {
        try {
            transport = new TMemoryBuffer(64);
        } catch (TTransportException e) {
            throw new AssertionError("memory cannot be refused", e);
        }
        protocol = wire.apache(transport);
    }

    /** A copy of all that was written. */
    ByteBuf written() {
        return Unpooled.copiedBuffer(transport.getArray(), 0, transport.length());
    }

    String hex() {
        return ByteBufUtil.hexDump(transport.getArray(), 0, transport.length());
    }

    ApacheMemory with(ByteBuf bytes) {
        transport.write(ByteBufUtil.getBytes(bytes), 0, bytes.readableBytes());
        return this;
    }

    boolean isReadToItsEnd() throws TTransportException {
        return transport.read(new byte[1], 0, 1) <= 0;
    }
}
