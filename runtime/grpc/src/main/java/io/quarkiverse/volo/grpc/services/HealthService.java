package io.quarkiverse.volo.grpc.services;

import java.util.List;

import com.google.protobuf.Descriptors.FileDescriptor;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** {@code grpc.health.v1.Health}: answers what {@link HealthStatus} says. */
public final class HealthService {

    /** The service's full name. */
    public static final String NAME = "grpc.health.v1.Health";

    static final GrpcMethod<String, ServingStatus> CHECK = new GrpcMethod<>(NAME, "Check", CallKind.UNARY,
            HealthCodecs.REQUEST, HealthCodecs.REPLY);
    static final GrpcMethod<String, ServingStatus> WATCH = new GrpcMethod<>(NAME, "Watch", CallKind.SERVER_STREAMING,
            HealthCodecs.REQUEST, HealthCodecs.REPLY);

    /** A watch keeps the name that it was given. */
    private static final int LONGEST_NAME = 1_024;

    private final HealthStatus health;

    public HealthService(HealthStatus health) {
        this.health = health;
    }

    /** The methods that it serves. */
    public List<ServerMethod<?, ?>> methods() {
        return List.of(ServerMethod.unary(CHECK, this::check), ServerMethod.serverStreaming(WATCH, this::watch));
    }

    /** The file that declares it; made anew. */
    public static FileDescriptor file() {
        return HealthFile.make();
    }

    private Uni<ServingStatus> check(String service) {
        return health.get(service).map(status -> Uni.createFrom().item(status))
                .orElseGet(() -> Uni.createFrom().failure(Status.NOT_FOUND.withDescription("unknown service: '"
                        + service.substring(0, Math.min(service.length(), LONGEST_NAME)) + "'").asRuntimeException()));
    }

    private Multi<ServingStatus> watch(String service) {
        if (service.length() > LONGEST_NAME) {
            throw Status.INVALID_ARGUMENT.withDescription("service: a name of " + service.length()
                    + " characters (expected: at most " + LONGEST_NAME + ")").asRuntimeException();
        }
        return new Watched(service);
    }

    /** What is told of one service, from now on, to each who subscribes. */
    private final class Watched extends AbstractMulti<ServingStatus> {

        private final String service;

        Watched(String service) {
            this.service = service;
        }

        @Override
        public void subscribe(MultiSubscriber<? super ServingStatus> subscriber) {
            HealthWatch watch = new HealthWatch(health, service, subscriber);
            try {
                health.add(watch);
            } catch (StatusRuntimeException e) {
                Subscriptions.fail(subscriber, e);
                return;
            }
            subscriber.onSubscribe(watch);
        }
    }
}
