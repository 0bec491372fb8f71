package io.quarkiverse.volo.codegen.proto;

/** How many messages a method carries in each direction; constants are named as those of the runtime's {@code CallKind}. */
enum Kind {

    UNARY("unary"),
    SERVER_STREAMING("serverStreaming"),
    CLIENT_STREAMING("clientStreaming"),
    BIDIRECTIONAL("bidirectional");

    /** The name of the methods of {@code GrpcStub} and {@code ServerMethod} that are for it. */
    final String factory;

    Kind(String factory) {
        this.factory = factory;
    }

    static Kind of(boolean clientStreams, boolean serverStreams) {
        if (clientStreams) {
            return serverStreams ? BIDIRECTIONAL : CLIENT_STREAMING;
        }
        return serverStreams ? SERVER_STREAMING : UNARY;
    }

    boolean streamsRequests() {
        return this == CLIENT_STREAMING || this == BIDIRECTIONAL;
    }

    boolean streamsReplies() {
        return this == SERVER_STREAMING || this == BIDIRECTIONAL;
    }
}
