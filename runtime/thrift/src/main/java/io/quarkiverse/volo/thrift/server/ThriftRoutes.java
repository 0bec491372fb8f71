package io.quarkiverse.volo.thrift.server;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;

/** The methods that a server serves. Immutable. */
public final class ThriftRoutes {

    /** Serves nothing. */
    public static final ThriftRoutes NONE = new ThriftRoutes(Map.of(), null);

    private final Map<String, Route<?, ?>> byMethod;
    private final @Nullable String refusal;

    private ThriftRoutes(Map<String, Route<?, ?>> byMethod, @Nullable String refusal) {
        this.byMethod = byMethod;
        this.refusal = refusal;
    }

    /**
     * Answers every request with an error; dev mode serves this while the application cannot be built.
     *
     * @param reason what the caller is told
     */
    public static ThriftRoutes refusing(String reason) {
        return new ThriftRoutes(Map.of(), reason);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Nullable
    Route<?, ?> find(String method) {
        return byMethod.get(method);
    }

    /** What the caller of a method without a route is told. */
    ThriftException refusal(String method) {
        return refusal == null ? new ThriftException(ThriftException.Type.UNKNOWN_METHOD, "unknown method: '" + method + "'")
                : new ThriftException(ThriftException.Type.INTERNAL_ERROR, refusal);
    }

    /** Collects routes; made when a server starts. */
    public static final class Builder {

        private final Map<String, Route<?, ?>> byMethod = new HashMap<>();
        private final Map<String, MalformedStrings> malformed = new HashMap<>();

        private Builder() {
        }

        /**
         * Adds a method.
         *
         * @param service the whole path to the bean, its layers included
         * @throws IllegalArgumentException if another service has a method of that name: without a header that names the
         *         service, a request could not be told apart
         */
        public <Q, R> Builder add(ThriftMethod<Q, R> method, Service<Q, R> service) {
            Route<?, ?> other = byMethod.putIfAbsent(method.name(), new Route<>(method, service,
                    malformed.computeIfAbsent(method.service(), name -> new MalformedStrings("requests to " + name))));
            if (other != null) {
                throw new IllegalArgumentException("method: " + method.fullName() + " (expected: a name of its own, but "
                        + other.method.fullName() + " is served on the same port)");
            }
            return this;
        }

        public ThriftRoutes build() {
            return new ThriftRoutes(Map.copyOf(byMethod), null);
        }
    }
}
