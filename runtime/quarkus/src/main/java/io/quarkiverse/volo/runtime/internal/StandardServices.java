package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.Descriptors.FileDescriptor;

import io.quarkiverse.volo.grpc.server.GrpcRoutes;
import io.quarkiverse.volo.grpc.services.HealthService;
import io.quarkiverse.volo.grpc.services.HealthStatus;
import io.quarkiverse.volo.grpc.services.ReflectionService;
import io.quarkiverse.volo.grpc.services.ServingStatus;
import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.quarkiverse.volo.runtime.config.GrpcServerConfig;
import io.quarkiverse.volo.server.ServerOptions;
import io.quarkiverse.volo.server.ServerPipeline;
import io.quarkiverse.volo.service.Service;
import io.quarkus.runtime.LaunchMode;

/**
 * The services that gRPC itself defines, as far as they are served. One that the application serves itself is left to it.
 *
 * @param health {@code null}: not told
 * @param reflection whether callers may ask what is served
 */
record StandardServices(@Nullable HealthStatus health, boolean reflection) {

    static StandardServices of(GrpcServerConfig config, HealthStatus health, LaunchMode mode) {
        return new StandardServices(config.health().enabled() ? health : null, config.reflection().enabledIn(mode));
    }

    /** @param served what the application serves */
    void addTo(GrpcRoutes.Builder routes, List<GrpcServed> served, ServerOptions options) {
        List<String> names = new ArrayList<>(served.stream().map(service -> service.definition().serviceName()).toList());
        HealthStatus told = health;
        if (told != null) {
            serving(told, names);
            if (!names.contains(HealthService.NAME)) {
                add(routes, new HealthService(told).methods(), ServerPipeline::assembleProbe);
                names.add(HealthService.NAME);
            }
        }
        if (reflection) {
            List<ServerMethod<?, ?>> methods = new ReflectionService(names, files(served)).methods();
            add(routes, methods.stream().filter(method -> !names.contains(method.method().service())).toList(),
                    service -> ServerPipeline.assemble(options, List.of(), service));
        }
    }

    /** What the application has not said when the server starts. */
    private static void serving(HealthStatus health, List<String> services) {
        List<String> all = new ArrayList<>(services);
        all.add(HealthStatus.SERVER);
        all.stream().filter(service -> health.get(service).isEmpty())
                .forEach(service -> health.set(service, ServingStatus.SERVING));
    }

    private List<FileDescriptor> files(List<GrpcServed> served) {
        List<FileDescriptor> files = new ArrayList<>(served.stream().map(service -> service.definition().file()).toList());
        if (health != null) {
            files.add(HealthService.file());
        }
        return files;
    }

    private static void add(GrpcRoutes.Builder routes, List<? extends ServerMethod<?, ?>> methods,
            UnaryOperator<Service<Object, Object>> path) {
        methods.forEach(method -> routes.add(method.method(), path.apply(answering(method))));
    }

    /** They answer without blocking. */
    @SuppressWarnings("unchecked") // A route hands over what the method's codecs and kind make.
    private static Service<Object, Object> answering(ServerMethod<?, ?> method) {
        var answer = ((ServerMethod<Object, Object>) method).reactive();
        Objects.requireNonNull(answer, "reactive");
        return (context, request) -> answer.apply(request);
    }
}
