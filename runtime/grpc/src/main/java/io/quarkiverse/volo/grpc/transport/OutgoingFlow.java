package io.quarkiverse.volo.grpc.transport;

import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;

/**
 * Lets bytes leave as the peer's windows allow, and remembers that some did. All streams are worth the same: nothing of the
 * priorities that HTTP/2 has given up.
 */
final class OutgoingFlow extends DefaultHttp2RemoteFlowController {

    private final Http2Connection connection;
    private boolean left;

    OutgoingFlow(Http2Connection connection) {
        super(connection, new UniformStreamByteDistributor(connection));
        this.connection = connection;
    }

    @Override
    public void writePendingBytes() throws Http2Exception {
        int before = windowSize(connection.connectionStream());
        super.writePendingBytes();
        left |= windowSize(connection.connectionStream()) < before;
    }

    /** Whether bytes have left since this was asked last. */
    boolean takeLeft() {
        boolean since = left;
        left = false;
        return since;
    }
}
