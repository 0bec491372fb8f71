package io.quarkiverse.volo.thrift.transport;

/**
 * How a message stands on the wire. There is one of each, so that none is made for a message.
 *
 * @param transport what is around it
 * @param protocol how its values are written
 */
public record MessageForm(ThriftTransport transport, MessageProtocol protocol) {

    private static final MessageForm[] ALL = all();

    /** Strict Binary in a frame: what answers a peer whose own form could not be told. */
    public static final MessageForm FRAMED_BINARY = of(ThriftTransport.FRAMED, MessageProtocol.BINARY);

    @SuppressWarnings("EnumOrdinal") // the place in a table of our own
    public static MessageForm of(ThriftTransport transport, MessageProtocol protocol) {
        return ALL[transport.ordinal() * MessageProtocol.values().length + protocol.ordinal()];
    }

    private static MessageForm[] all() {
        ThriftTransport[] transports = ThriftTransport.values();
        MessageProtocol[] protocols = MessageProtocol.values();
        MessageForm[] all = new MessageForm[transports.length * protocols.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new MessageForm(transports[i / protocols.length], protocols[i % protocols.length]);
        }
        return all;
    }

    /** Whether there is a TTHeader. */
    public boolean hasHeader() {
        return transport.hasHeader();
    }

    /** Whether the message has its length in front. */
    public boolean isFramed() {
        return transport.isFramed();
    }
}
