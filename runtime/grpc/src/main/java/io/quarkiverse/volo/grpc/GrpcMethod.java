package io.quarkiverse.volo.grpc;

import java.util.Objects;

import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.RpcMethod;
import io.quarkiverse.volo.grpc.codec.MessageCodec;

/**
 * A method of a gRPC service: its names, and how its messages are read and written.
 *
 * @param service the service's full name, with its package if it has one: {@code shop.v1.Cart}
 * @param name the method's name in the IDL: {@code AddItem}
 * @param kind how many messages go each way; never {@link CallKind#ONEWAY}, which gRPC has not
 * @param <Q> the message of a request
 * @param <R> the message of a reply
 */
public record GrpcMethod<Q, R>(String service, String name, CallKind kind, MessageCodec<Q> request, MessageCodec<R> reply)
        implements
            RpcMethod {

    public GrpcMethod {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(reply, "reply");
        if (kind == CallKind.ONEWAY) {
            throw new IllegalArgumentException("kind of " + service + "." + name + ": ONEWAY (expected: any other)");
        }
    }

    /** The {@code :path} of its calls: {@code /shop.v1.Cart/AddItem}. */
    public String path() {
        return "/" + service + "/" + name;
    }

    @Override
    public String toString() {
        return fullName();
    }
}
