package io.quarkiverse.volo.server;

import java.util.List;

import io.quarkiverse.volo.layer.timeout.DeadlineLayer;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Layers;
import io.quarkiverse.volo.service.Service;

/**
 * A server's call, top to bottom.
 *
 * <ol>
 * <li>A {@code transport.Listener} accepts the connection on one of the event loops.
 * <li>The {@code transport.ProtocolProbe} tells the protocol by the first bytes and installs its handler.
 * <li>The protocol cuts the bytes into messages, finds the method's route and decodes the request.
 * <li>{@link #assemble} lists what the call passes on its way to the bean; it was put together when the server started.
 * <li>The innermost service calls the bean: on the event loop, a worker or a virtual thread.
 * <li>The protocol encodes the reply, or maps the error, and writes it in the connection's order.
 * </ol>
 */
public final class ServerPipeline {

    private ServerPipeline() {
    }

    /**
     * A server call passes these in order; the reply passes them back.
     *
     * @param beanLayers the layers of the bean that serves the method, outermost first
     * @param bean calls the bean
     */
    public static <Q, R> Service<Q, R> assemble(ServerOptions options, List<? extends Layer> beanLayers, Service<Q, R> bean) {
        return new Layers()
                .then(options.limit())
                .then(new DeadlineLayer())
                .thenAll(options.layers())
                .thenAll(beanLayers)
                .around(bean);
    }

    /**
     * What a call passes that only asks how the server is: it is answered also while the server serves as much as it can, and
     * the application's layers have no say in it.
     */
    public static <Q, R> Service<Q, R> assembleProbe(Service<Q, R> probe) {
        return new Layers()
                .then(new DeadlineLayer())
                .around(probe);
    }
}
