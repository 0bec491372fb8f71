package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Typedef;

/** The definitions that were picked, and all that they need. Values need nothing but their types: names in them are gone. */
final class UsedDefinitions {

    private final Map<Type.Declared, Struct> structs = new HashMap<>();
    private final Map<Service.Name, Service> services = new HashMap<>();
    private final Set<Type.Declared> types = new HashSet<>();
    private final Set<Service.Name> usedServices = new HashSet<>();
    private final Set<ConstantName> constants = new HashSet<>();

    private record ConstantName(String file, String name) {
    }

    UsedDefinitions(Program program) {
        for (Document document : program.documents()) {
            document.structs().forEach(struct -> structs.put(struct.type(), struct));
            document.services().forEach(service -> services.put(service.name(), service));
        }
    }

    void addAll(Document document) {
        addTypes(document);
        addConstants(document);
        addServices(document);
    }

    void addServices(Document document) {
        document.services().forEach(service -> add(service.name()));
    }

    void addTypes(Document document) {
        document.structs().forEach(struct -> add(struct.type()));
        document.enumerations().forEach(enumeration -> add(enumeration.type()));
    }

    void addConstants(Document document) {
        document.constants().forEach(constant -> add(document, constant));
    }

    /** A definition by its name; whether there is one. */
    boolean add(Document document, String name) {
        boolean found = false;
        for (Struct struct : document.structs()) {
            found |= struct.type().name().equals(name) && add(struct.type());
        }
        for (Enumeration enumeration : document.enumerations()) {
            found |= enumeration.type().name().equals(name) && add(enumeration.type());
        }
        for (Service service : document.services()) {
            found |= service.name().name().equals(name) && add(service.name());
        }
        for (Constant constant : document.constants()) {
            found |= constant.name().equals(name) && add(document, constant);
        }
        for (Typedef typedef : document.typedefs()) {
            found |= typedef.name().name().equals(name) && add(typedef.use().type());
        }
        return found;
    }

    /** All names that {@link #add(Document, String)} finds. */
    static List<String> names(Document document) {
        List<String> names = new ArrayList<>();
        document.structs().forEach(struct -> names.add(struct.type().name()));
        document.enumerations().forEach(enumeration -> names.add(enumeration.type().name()));
        document.services().forEach(service -> names.add(service.name().name()));
        document.constants().forEach(constant -> names.add(constant.name()));
        document.typedefs().forEach(typedef -> names.add(typedef.name().name()));
        return names;
    }

    private boolean add(Document document, Constant constant) {
        constants.add(new ConstantName(document.file(), constant.name()));
        return add(constant.type());
    }

    private boolean add(Service.Name name) {
        Service.Name current = name;
        while (current != null && usedServices.add(current)) {
            Service service = services.get(current);
            current = service == null ? null : service.base();
            if (service != null) {
                service.methods().forEach(method -> {
                    addIfAny(method.result());
                    method.arguments().forEach(this::add);
                    method.exceptions().forEach(this::add);
                });
            }
        }
        return true;
    }

    private void addIfAny(@Nullable Type type) {
        if (type != null) {
            add(type);
        }
    }

    private void add(Field field) {
        add(field.type());
    }

    /** With a list of its own: a chain of structs may be longer than a thread's stack is deep. */
    private boolean add(Type first) {
        Deque<Type> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Type type = open.pop();
            if (type instanceof Type.ListOf list) {
                open.push(list.element());
            } else if (type instanceof Type.SetOf set) {
                open.push(set.element());
            } else if (type instanceof Type.MapOf map) {
                open.push(map.key());
                open.push(map.value());
            } else if (type instanceof Type.Declared declared && types.add(declared)) {
                Struct struct = structs.get(declared);
                if (struct != null) {
                    struct.fields().forEach(field -> open.push(field.type()));
                }
            }
        }
        return true;
    }

    /** The file with nothing but these definitions; only referred to if there are none. */
    Document reduced(Document document) {
        List<Struct> usedStructs = document.structs().stream().filter(struct -> types.contains(struct.type())).toList();
        List<Enumeration> usedEnumerations = document.enumerations().stream()
                .filter(enumeration -> types.contains(enumeration.type())).toList();
        List<Constant> usedConstants = document.constants().stream()
                .filter(constant -> constants.contains(new ConstantName(document.file(), constant.name()))).toList();
        List<Service> theServices = document.services().stream()
                .filter(service -> usedServices.contains(service.name())).toList();
        boolean any = !(usedStructs.isEmpty() && usedEnumerations.isEmpty() && usedConstants.isEmpty()
                && theServices.isEmpty());
        return new Document(document.file(), document.stem(), document.javaPackage(), any, document.namespaces(),
                document.includes(), document.typedefs(), usedStructs, usedEnumerations, usedConstants, theServices);
    }
}
