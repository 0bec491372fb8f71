package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Vertx;

/** Starts the server. */
@Recorder
public class ServerRecorder {

    private final RuntimeValue<VoloConfig> config;

    public ServerRecorder(RuntimeValue<VoloConfig> config) {
        this.config = config;
    }

    /** @param layers the identifiers of the layers around all calls, outermost first */
    public RuntimeValue<ServedServices> services(List<String> layers) {
        return new RuntimeValue<>(new ServedServices(layers));
    }

    /** Adds a service; see {@link ServedService}. */
    public void serve(RuntimeValue<ServedServices> services, RuntimeValue<ServiceDefinition<?, ?>> definition,
            boolean blocking, String bean, List<ExecutionModel> models, List<String> layers, boolean requestContext) {
        services.getValue().add(
                new ServedService(definition.getValue(), blocking, bean, models, layers, requestContext));
    }

    /** Listens; returns when the port is bound. */
    public void start(RuntimeValue<ServedServices> services, Supplier<Vertx> vertx, LaunchMode mode,
            ShutdownContext shutdown) {
    }
}
