package io.quarkiverse.volo.thrift.generic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.smallrye.mutiny.Uni;

/** A client whose calls end in the methods of a bean, with bytes in between. */
final class LoopStub implements ThriftStub {

    final List<String> prepared = new ArrayList<>();
    final List<CallOptions> options = new ArrayList<>();
    private final Map<String, ServerMethod<?, ?>> methods = new HashMap<>();

    LoopStub(List<ServerMethod<?, ?>> served) {
        served.forEach(method -> methods.put(method.method().name(), method));
    }

    @Override
    public <Q, R> ClientMethod<Q, R> method(ThriftMethod<Q, R> method) {
        prepared.add(method.fullName());
        return new ClientMethod<>() {
            @Override
            public Uni<R> call(CallOptions chosen, Q request) {
                return Uni.createFrom().item(() -> await(chosen, request));
            }

            @Override
            public @Nullable R await(CallOptions chosen, Q request) {
                options.add(chosen);
                ByteBuf bytes = Unpooled.buffer();
                method.arguments().write(new CompactWriter().reset(bytes), request);
                answer(methods.get(method.name()), bytes);
                return method.result().read(new CompactReader().reset(bytes));
            }
        };
    }

    private static <Q, R> void answer(ServerMethod<Q, R> server, ByteBuf bytes) {
        Q request = server.method().arguments().read(new CompactReader().reset(bytes));
        CompactWriter out = new CompactWriter().reset(bytes);
        try {
            R answer = server.reactive() == null ? server.blocking().apply(request)
                    : server.reactive().apply(request).await().indefinitely();
            server.method().result().writeSuccess(out, answer);
        } catch (RuntimeException failure) {
            if (!server.method().result().writeFailure(out, failure)) {
                throw failure;
            }
        }
    }
}
