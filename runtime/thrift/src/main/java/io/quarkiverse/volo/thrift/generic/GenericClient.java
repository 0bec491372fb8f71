package io.quarkiverse.volo.thrift.generic;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.smallrye.mutiny.Uni;

/**
 * Calls methods by name, with maps or JSON for arguments and results: for gateways, tools and tests that know a service only
 * while they run. Layers, timeouts and all else of a call are those of the client. For any thread.
 *
 * <pre>{@code
 * generic.call("HelloService", "hello", Map.of("request", Map.of("name", "Ann"))); // answers {message=Hello Ann}
 * generic.callJson("HelloService", "hello", "{\"request\": {\"name\": \"Ann\"}}"); // answers {"message":"Hello Ann"}
 * }</pre>
 *
 * <p>
 * A service goes by its name in the IDL, or by the name of its generated interface where two have one name. Arguments go by
 * their names in the IDL; {@link io.quarkiverse.volo.thrift.dynamic.DynamicStruct} says which values they may have, and
 * what results look like. An exception that the method declares arrives as a
 * {@link io.quarkiverse.volo.thrift.dynamic.DynamicException}. Names that are unknown and values that do not fit are an
 * {@link IllegalArgumentException}, which says where and what is expected; then nothing is sent.
 */
public interface GenericClient {

    /** A client of these services. */
    static GenericClient of(ThriftStub stub, Collection<? extends ServiceDefinition<?, ?>> services) {
        return new NamedMethodsClient(new NamedMethods(stub, services), CallOptions.DEFAULT);
    }

    /** What may be called: the names of generated interfaces, sorted, and what the IDL says of them. */
    Map<String, ServiceDescriptor> services();

    /**
     * A call, made anew at each subscription; the item is {@code null} of a void method.
     *
     * @param arguments by their names; they are copied
     */
    Uni<@Nullable Object> call(String service, String method, Map<String, ?> arguments);

    /** A call with the arguments as a JSON object; the item is the result as JSON, {@code null} of a void method. */
    Uni<String> callJson(String service, String method, String arguments);

    /**
     * As {@link #call}, but waits for the result.
     *
     * @throws IllegalStateException at once, if the thread is an event loop, which must not wait
     */
    @Nullable
    Object await(String service, String method, Map<String, ?> arguments);

    /**
     * As {@link #callJson}, but waits for the result.
     *
     * @throws IllegalStateException at once, if the thread is an event loop, which must not wait
     */
    String awaitJson(String service, String method, String arguments);

    /** The same client with other options for the calls that are made through it. */
    GenericClient with(CallOptions options);
}
