package io.quarkiverse.volo.thrift.transport;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.codec.ThriftReader;

/** A reader for each protocol, for one message after the other; on one event loop only. */
public final class MessageReaders {

    private final DecodeLimits limits;
    private final ThriftReader binary;
    /** Made with the first message of that protocol: where there is none, the JIT sees one reader only. */
    private @Nullable ThriftReader compact;

    public MessageReaders(DecodeLimits limits) {
        this.limits = limits;
        this.binary = new BinaryReader(limits);
    }

    /** The one that reads messages of this protocol. */
    public ThriftReader of(MessageProtocol protocol) {
        if (protocol == MessageProtocol.BINARY) {
            return binary;
        }
        ThriftReader made = compact;
        if (made == null) {
            made = protocol.newReader(limits);
            compact = made;
        }
        return made;
    }
}
