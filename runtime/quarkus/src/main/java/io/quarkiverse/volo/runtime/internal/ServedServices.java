package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the application serves, as the build found it. */
public final class ServedServices {

    private final List<String> layers;
    private final NamedLayers namedLayers;
    private final @Nullable String defaultService;
    private final List<ThriftServed> thrift = new ArrayList<>();
    private final List<GrpcServed> grpc = new ArrayList<>();

    /**
     * @param layers the identifiers of the layers around all calls, outermost first
     * @param namedLayers the layers that configuration may put inside of them
     * @param defaultService answers requests that name no service, where several have the method; {@code null}: none
     */
    ServedServices(List<String> layers, NamedLayers namedLayers, @Nullable String defaultService) {
        this.defaultService = defaultService;
        this.layers = List.copyOf(layers);
        this.namedLayers = namedLayers;
    }

    void add(ThriftServed service) {
        thrift.add(service);
    }

    void add(GrpcServed service) {
        grpc.add(service);
    }

    List<String> layers() {
        return layers;
    }

    NamedLayers namedLayers() {
        return namedLayers;
    }

    @Nullable
    String defaultService() {
        return defaultService;
    }

    List<ThriftServed> thrift() {
        return thrift;
    }

    List<GrpcServed> grpc() {
        return grpc;
    }
}
