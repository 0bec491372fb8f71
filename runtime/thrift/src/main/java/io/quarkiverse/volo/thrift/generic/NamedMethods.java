package io.quarkiverse.volo.thrift.generic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.descriptor.KnownNames;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.dynamic.DynamicCodec;
import io.quarkiverse.volo.thrift.dynamic.DynamicResultCodec;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;

/** Finds services and methods by name, and prepares each method when it is first called. Thread-safe. */
final class NamedMethods {

    private final ThriftStub stub;
    private final Map<String, ServiceDefinition<?, ?>> byType = new TreeMap<>();
    private final Map<String, List<ServiceDefinition<?, ?>>> byName = new TreeMap<>();
    private final Map<Key, NamedMethod> prepared = new ConcurrentHashMap<>();

    private record Key(ServiceDefinition<?, ?> service, String method) {
    }

    /** A method, ready to be called. */
    record NamedMethod(MethodDescriptor descriptor, ClientMethod<Map<String, Object>, Object> calls) {
    }

    NamedMethods(ThriftStub stub, Collection<? extends ServiceDefinition<?, ?>> services) {
        this.stub = stub;
        for (ServiceDefinition<?, ?> service : services) {
            if (byType.putIfAbsent(service.type().getName(), service) == null) {
                byName.computeIfAbsent(service.serviceName(), name -> new ArrayList<>()).add(service);
            }
        }
    }

    Map<String, ServiceDescriptor> services() {
        Map<String, ServiceDescriptor> services = new TreeMap<>();
        byType.forEach((name, service) -> services.put(name, service.descriptor()));
        return services;
    }

    NamedMethod find(String service, String method) {
        ServiceDefinition<?, ?> definition = service(service);
        NamedMethod known = prepared.get(new Key(definition, method));
        return known == null ? prepare(definition, method) : known;
    }

    private ServiceDefinition<?, ?> service(String name) {
        ServiceDefinition<?, ?> exact = byType.get(name);
        if (exact != null) {
            return exact;
        }
        List<ServiceDefinition<?, ?>> found = byName.getOrDefault(name, List.of());
        if (found.isEmpty()) {
            throw new IllegalArgumentException("service " + KnownNames.expected(name, byName.keySet()));
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("service '" + name + "' is the name of several (expected: one of "
                    + String.join(", ", found.stream().map(service -> service.type().getName()).toList()) + ")");
        }
        return found.get(0);
    }

    /** Unknown names are not kept: there is one entry per method at most. */
    private NamedMethod prepare(ServiceDefinition<?, ?> service, String name) {
        ServiceDescriptor descriptor = service.descriptor();
        MethodDescriptor method = descriptor.method(name);
        if (method == null) {
            throw new IllegalArgumentException(
                    "method of " + descriptor.name() + ": " + KnownNames.expected(name, descriptor.methodNames()));
        }
        return prepared.computeIfAbsent(new Key(service, name), key -> new NamedMethod(method, stub.method(generic(method))));
    }

    /** The method with maps instead of generated classes. */
    static ThriftMethod<Map<String, Object>, Object> generic(MethodDescriptor method) {
        return new ThriftMethod<>(method.service(), method.name(), method.oneway(), new DynamicCodec(method.arguments()),
                new DynamicResultCodec(method));
    }
}
