package io.quarkiverse.volo.peers;

/** What a client and a server have between them: a column of the table. */
enum Wire {

    FRAMED("framed", "framed", false, false),
    TTHEADER("ttheader", "ttheader", false, false),
    TTHEADER_FRAMED("ttheader-framed", "ttheader-framed", false, false),
    /** Many calls on one connection, to a server that was not told to expect it. */
    MUX("mux", "ttheader", true, false),
    /** Many calls on one connection, to a server that was started for it. */
    MUX_TO_MUX("mux to mux", "ttheader", true, true);

    private final String title;
    private final String transport;
    private final boolean muxClient;
    private final boolean muxServer;

    Wire(String title, String transport, boolean muxClient, boolean muxServer) {
        this.title = title;
        this.transport = transport;
        this.muxClient = muxClient;
        this.muxServer = muxServer;
    }

    /** The transport as the peers' command line and our configuration call it. */
    String transport() {
        return transport;
    }

    boolean muxClient() {
        return muxClient;
    }

    boolean muxServer() {
        return muxServer;
    }

    boolean hasHeader() {
        return this != FRAMED;
    }

    @Override
    public String toString() {
        return title;
    }
}
