package io.quarkiverse.volo.thrift.generic;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.dynamic.DynamicStruct;
import io.quarkiverse.volo.thrift.generic.NamedMethods.NamedMethod;
import io.quarkiverse.volo.thrift.json.JsonValues;
import io.smallrye.mutiny.Uni;

/** The generic client; arguments are made to fit before anything else happens. */
record NamedMethodsClient(NamedMethods methods, CallOptions options) implements GenericClient {

    @Override
    public Map<String, ServiceDescriptor> services() {
        return methods.services();
    }

    @Override
    public Uni<@Nullable Object> call(String service, String method, Map<String, ?> arguments) {
        try {
            NamedMethod found = methods.find(service, method);
            return found.calls().call(options, fitting(found, arguments));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(e);
        }
    }

    @Override
    public Uni<String> callJson(String service, String method, String arguments) {
        try {
            NamedMethod found = methods.find(service, method);
            return found.calls().call(options, parsed(found, arguments)).map(result -> json(found, result));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(e);
        }
    }

    @Override
    public @Nullable Object await(String service, String method, Map<String, ?> arguments) {
        NamedMethod found = methods.find(service, method);
        return found.calls().await(options, fitting(found, arguments));
    }

    @Override
    public String awaitJson(String service, String method, String arguments) {
        NamedMethod found = methods.find(service, method);
        return json(found, found.calls().await(options, parsed(found, arguments)));
    }

    @Override
    public GenericClient with(CallOptions other) {
        return new NamedMethodsClient(methods, other);
    }

    private static Map<String, Object> fitting(NamedMethod method, Map<String, ?> arguments) {
        return DynamicStruct.of(method.descriptor().arguments(), arguments);
    }

    private static Map<String, Object> parsed(NamedMethod method, String arguments) {
        return JsonValues.read(method.descriptor().arguments(), arguments, JsonValues.DEFAULT_MAX_LENGTH);
    }

    private static String json(NamedMethod method, @Nullable Object result) {
        return JsonValues.write(method.descriptor().result(), result);
    }
}
