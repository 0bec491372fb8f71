package io.quarkiverse.volo.grpc.transport;

import static io.netty.handler.codec.http2.DefaultHttp2LocalFlowController.DEFAULT_WINDOW_UPDATE_RATIO;

import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2LocalFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Settings;

/**
 * Puts Netty's HTTP/2 together for one connection, with its guards against floods of resets, of frames that must be answered
 * and of empty frames.
 *
 * @param <C> the connection
 */
public final class GrpcConnectionBuilder<C extends GrpcConnection>
        extends AbstractHttp2ConnectionHandlerBuilder<C, GrpcConnectionBuilder<C>> {

    /** Pushed streams that the peer may announce; gRPC has none. */
    private static final int NO_PUSHES = 0;

    private final Factory<C> factory;

    /** Makes the handler of a connection of what Netty needs. */
    @FunctionalInterface
    public interface Factory<C> {

        C create(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings);
    }

    private GrpcConnectionBuilder(Factory<C> factory) {
        this.factory = factory;
    }

    /** A server's side of a connection; added to a pipeline whose channel is connected. */
    public static <C extends GrpcConnection> C server(ConnectionSettings settings, Factory<C> factory) {
        Http2Settings initial = initial(settings).maxConcurrentStreams(settings.maxConcurrentStreams());
        return new GrpcConnectionBuilder<>(factory).make(true, settings, initial);
    }

    /** A client's side of a connection; added to a pipeline whose channel is connected. */
    public static <C extends GrpcConnection> C client(ConnectionSettings settings, Factory<C> factory) {
        Http2Settings initial = initial(settings).maxConcurrentStreams(0).pushEnabled(false);
        return new GrpcConnectionBuilder<>(factory).make(false, settings, initial);
    }

    private static Http2Settings initial(ConnectionSettings settings) {
        return new Http2Settings().initialWindowSize(settings.streamWindow()).maxHeaderListSize(settings.maxHeaderListSize());
    }

    private C make(boolean server, ConnectionSettings settings, Http2Settings initial) {
        Http2Connection connection = new DefaultHttp2Connection(server, NO_PUSHES);
        OutgoingFlow outgoing = new OutgoingFlow(connection);
        connection.remote().flowController(outgoing);
        if (!server) {
            // Else calls whose replies nobody takes would hold up all others of the connection, those among them that whoever
            // takes the replies waits for. What may wait here is a window of each stream, and who opens them is this side.
            connection.local().flowController(
                    new DefaultHttp2LocalFlowController(connection, DEFAULT_WINDOW_UPDATE_RATIO, true));
        }
        int seconds = Math.toIntExact(settings.resetPeriod().toSeconds());
        int maxResets = server ? settings.maxResets() : 0;
        connection(connection);
        initialSettings(initial);
        decoderEnforceMaxRstFramesPerWindow(maxResets, seconds);
        encoderEnforceMaxRstFramesPerWindow(maxResets, seconds);
        C handler = build();
        if (server) {
            // Netty would wait for the peer to confirm the settings, which one that means no good does not.
            connection.remote().maxActiveStreams(settings.maxConcurrentStreams());
        }
        handler.flow(outgoing, settings.connectionWindow());
        return handler;
    }

    @Override
    protected C build(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings initialSettings) {
        C handler = factory.create(decoder, encoder, initialSettings);
        handler.listen();
        return handler;
    }
}
