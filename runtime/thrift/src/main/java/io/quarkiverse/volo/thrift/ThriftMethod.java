package io.quarkiverse.volo.thrift;

import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.RpcMethod;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.codec.StructCodec;

/**
 * A method of a Thrift service: its names, and how its arguments and result are read and written.
 *
 * @param service the service's name in the IDL
 * @param name the method's name in the IDL
 * @param oneway whether no reply is sent, whatever happens
 * @param <Q> the struct of its arguments
 * @param <R> its result; {@link Void} if it has none
 */
public record ThriftMethod<Q, R>(String service, String name, boolean oneway, StructCodec<Q> arguments, ResultCodec<R> result)
        implements
            RpcMethod {

    @Override
    public CallKind kind() {
        return oneway ? CallKind.ONEWAY : CallKind.UNARY;
    }

    /** The same method as a service that extends this one inherits it. */
    public ThriftMethod<Q, R> inService(String heir) {
        return new ThriftMethod<>(heir, name, oneway, arguments, result);
    }

    @Override
    public String toString() {
        return fullName();
    }
}
