package io.quarkiverse.volo.grpc.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.service.Service;

/** The methods that a server serves, by the path of their calls. Immutable. */
public final class GrpcRoutes {

    /** Serves nothing. */
    public static final GrpcRoutes NONE = new GrpcRoutes(Map.of(), Set.of(), null);

    private final Map<AsciiString, Route<?, ?>> byPath;
    private final Set<String> services;
    private final @Nullable String refusal;

    private GrpcRoutes(Map<AsciiString, Route<?, ?>> byPath, Set<String> services, @Nullable String refusal) {
        this.byPath = byPath;
        this.services = services;
        this.refusal = refusal;
    }

    /**
     * Answers every request with an error; dev mode serves this while the application cannot be built.
     *
     * @param reason what the caller is told
     */
    public static GrpcRoutes refusing(String reason) {
        return new GrpcRoutes(Map.of(), Set.of(), reason);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Nullable
    Route<?, ?> find(CharSequence path) {
        return byPath.get(AsciiString.of(path));
    }

    /** What the caller of a path without a route is told. */
    Status refusal(CharSequence path) {
        if (refusal != null) {
            return Status.INTERNAL.withDescription(refusal);
        }
        String text = path.toString();
        int slash = text.indexOf('/', 1);
        if (!text.startsWith("/") || slash < 0) {
            return Status.UNIMPLEMENTED.withDescription("path: '" + text + "' (expected: /service/Method)");
        }
        String service = text.substring(1, slash);
        return Status.UNIMPLEMENTED.withDescription(services.contains(service)
                ? "unknown method: '" + text.substring(slash + 1) + "' of service '" + service + "'"
                : "unknown service: '" + service + "'");
    }

    /** Collects routes; made when a server starts. */
    public static final class Builder {

        private final Map<AsciiString, Route<?, ?>> byPath = new HashMap<>();
        private final Set<String> services = new HashSet<>();

        private Builder() {
        }

        /**
         * Adds a method.
         *
         * @param service the whole path to the bean, its layers included; takes and answers a message, or a {@code Multi} of
         *        messages where the method has a stream
         * @throws IllegalArgumentException if the method has been added already
         */
        @SuppressWarnings("unchecked") // What a call hands to it is what the method's codecs and kind make.
        public <Q, R> Builder add(GrpcMethod<?, ?> method, Service<Q, R> service) {
            Route<?, ?> route = new Route<>(method, (Service<Object, Object>) service, new Endpoint(method.service(), null));
            if (byPath.putIfAbsent(AsciiString.cached(method.path()), route) != null) {
                throw new IllegalArgumentException("method: " + method.fullName() + " (expected: once)");
            }
            services.add(method.service());
            return this;
        }

        public GrpcRoutes build() {
            return new GrpcRoutes(Map.copyOf(byPath), Set.copyOf(services), null);
        }
    }
}
