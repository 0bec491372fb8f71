package io.quarkiverse.volo.thrift.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a description has been read to say. */
final class IdlContents {

    final Map<String, DefinedType> types = new LinkedHashMap<>();
    final Map<String, ServiceDescriptor> services = new LinkedHashMap<>();

    void add(DefinedType type) {
        types.put(type.name(), type);
    }

    void add(ServiceDescriptor service) {
        services.put(service.name(), service);
    }

    <T extends DefinedType> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (DefinedType type : types.values()) {
            if (kind.isInstance(type)) {
                found.add(kind.cast(type));
            }
        }
        return found;
    }
}
