package io.quarkiverse.volo.thrift.codec;

/** Thrift's message types on the wire. */
public final class MessageType {

    public static final int CALL = 1;
    public static final int REPLY = 2;
    public static final int EXCEPTION = 3;
    public static final int ONEWAY = 4;
    /** Kitex' own: asks whether the peer is alive. */
    public static final int HEARTBEAT = 6;

    private MessageType() {
    }
}
