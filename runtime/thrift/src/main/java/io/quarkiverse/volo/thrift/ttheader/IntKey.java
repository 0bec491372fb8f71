package io.quarkiverse.volo.thrift.ttheader;

/** The numbered keys of a TTHeader that mean something to us, as Kitex' {@code metakey.go} lists them. */
public final class IntKey {

    /** {@code framed} or {@code unframed}: what the payload is. */
    public static final int TRANSPORT_TYPE = 1;
    /** Who calls. */
    public static final int FROM_SERVICE = 3;
    /** Who is called. */
    public static final int TO_SERVICE = 6;
    /** What is called. */
    public static final int TO_METHOD = 9;
    /** The address that is called. */
    public static final int DEST_ADDRESS = 11;
    /** How many milliseconds the call has left, in decimal digits. */
    public static final int RPC_TIMEOUT = 12;
    /** Volo's client always sends {@code 3}. */
    public static final int WITH_HEADER = 16;
    /** How many milliseconds a connection may take to open, in decimal digits. */
    public static final int CONNECT_TIMEOUT = 17;
    /** The method that makes the call while it is served. */
    public static final int FROM_METHOD = 20;
    /** The message's type: Kitex sends a digit, Volo a byte. */
    public static final int MESSAGE_TYPE = 22;
    /** The kind of a streaming frame. */
    public static final int FRAME_TYPE = 27;

    /** The largest that anybody has given a meaning. */
    static final int LARGEST = FRAME_TYPE;

    private IntKey() {
    }
}
