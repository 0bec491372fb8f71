package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;

/** Finds methods of the same name in several services: a request that names no service could not be told apart. */
final class SharedMethodNames {

    private static final String KEY = "quarkus.volo.server.default-service";

    private SharedMethodNames() {
    }

    /** What is wrong with serving these on one port. */
    static List<String> problems(List<ServiceBeanBuildItem> services, Optional<String> defaultService) {
        Map<String, TreeSet<String>> byMethod = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>();
        for (ServiceBeanBuildItem service : services) {
            if (service.service().protocol() != GeneratedType.Protocol.THRIFT) {
                continue;
            }
            ServiceDefinition<?, ?> definition = definition(service);
            names.add(definition.serviceName());
            for (ThriftMethod<?, ?> method : definition.methods()) {
                byMethod.computeIfAbsent(method.name(), any -> new TreeSet<>()).add(definition.serviceName());
            }
        }
        if (defaultService.isPresent()) {
            return names.contains(defaultService.get()) ? List.of()
                    : List.of(KEY + ": '" + defaultService.get() + "' (expected: one of " + String.join(", ", names) + ")");
        }
        List<String> problems = new ArrayList<>();
        byMethod.forEach((method, owners) -> {
            if (owners.size() > 1) {
                problems.add("method '" + method + "': in the services " + String.join(", ", owners)
                        + " (expected: in one, or one of these services as " + KEY
                        + ": a request without a TTHeader does not say whose it means)");
            }
        });
        return problems;
    }

    /** Names in the IDL, which may differ from those in Java, are known to the generated definition alone. */
    private static ServiceDefinition<?, ?> definition(ServiceBeanBuildItem service) {
        String name = service.service().definition().toString();
        try {
            return (ServiceDefinition<?, ?>) Thread.currentThread().getContextClassLoader().loadClass(name)
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + ": cannot be loaded while the application is built", e);
        }
    }
}
