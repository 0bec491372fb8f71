package io.quarkiverse.volo.testing;

import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.RpcMethod;

/** A method of no protocol. */
public record FakeMethod(String service, String name, CallKind kind) implements RpcMethod {

    /** The method {@code Echo.echo}. */
    public static FakeMethod echo(CallKind kind) {
        return new FakeMethod("Echo", "echo", kind);
    }
}
