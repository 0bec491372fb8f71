package io.quarkiverse.volo.codegen.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All IDL files of a run, those that others include among them. */
public final class Program {

    private final List<Document> documents;
    private final String content;
    private final Map<Type.Declared, Struct> structs = new HashMap<>();
    private final Map<Service.Name, Service> services = new HashMap<>();

    /**
     * @param documents in the order in which code is generated
     * @param content what was read; two runs that read the same have the same
     */
    public Program(List<Document> documents, String content) {
        this.content = content;
        this.documents = List.copyOf(documents);
        for (Document document : documents) {
            document.structs().forEach(struct -> structs.put(struct.type(), struct));
            document.services().forEach(service -> services.put(service.name(), service));
        }
    }

    public List<Document> documents() {
        return documents;
    }

    /** What was read, for comparison with another run. */
    public String content() {
        return content;
    }

    /** A struct, union or exception of these files. */
    public Struct struct(Type.Declared type) {
        return Objects.requireNonNull(structs.get(type), type::name);
    }

    /** A service of these files. */
    public Service service(Service.Name name) {
        return Objects.requireNonNull(services.get(name), name::name);
    }

    /** The services that a service extends, nearest last; without itself. */
    public List<Service> basesOf(Service service) {
        List<Service> bases = new ArrayList<>();
        Service.Name base = service.base();
        while (base != null) {
            Service found = service(base);
            bases.add(0, found);
            base = found.base();
        }
        return bases;
    }
}
