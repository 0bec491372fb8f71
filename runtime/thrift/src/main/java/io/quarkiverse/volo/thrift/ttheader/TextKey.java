package io.quarkiverse.volo.thrift.ttheader;

/** The keys of a TTHeader that are texts, as Kitex and Volo use them. */
public final class TextKey {

    /** The service's name in the IDL: tells services of one port apart. */
    public static final String SERVICE = "isn";
    /** {@code host:port} of the real peer, where a proxy stands between. */
    public static final String REMOTE_ADDRESS = "rip";
    /** With any value: the connection is about to be closed, and must not be used again. */
    public static final String CONNECTION_RESET = "crrst";

    /** The number of a business error; 0 is none. */
    public static final String BIZ_STATUS = "biz-status";
    /** The text of a business error. */
    public static final String BIZ_MESSAGE = "biz-message";
    /** A JSON object of texts that belongs to a business error. */
    public static final String BIZ_EXTRA = "biz-extra";

    /** Our own: {@code TIMEOUT} or {@code OVERLOAD}, where that is why an EXCEPTION answers the request. */
    public static final String ERROR_KIND = "volo-error-kind";

    /** Before the keys of metainfo that goes on from call to call. */
    public static final String PERSISTENT = "RPC_PERSIST_";
    /** Before the keys of metainfo that goes as far as the peer. */
    public static final String TRANSIENT = "RPC_TRANSIT_";
    /** Before the keys of metainfo that came as far as here; some peers send it on. */
    public static final String UPSTREAM = "RPC_TRANSIT_UPSTREAM_";
    /** Before the keys of metainfo in replies of Volo; Kitex has nothing before them. */
    public static final String BACKWARD = "RPC_BACKWARD_";

    private TextKey() {
    }
}
