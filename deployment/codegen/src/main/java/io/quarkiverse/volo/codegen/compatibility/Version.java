package io.quarkiverse.volo.codegen.compatibility;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Typedef;

/** One of the two versions: what it defines, by name. */
final class Version {

    /** A struct, a union, an exception or an enum. */
    record AnyType(Type.Declared type, Location place) {
    }

    private final Program program;
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<Type.Declared, Enumeration> enumerations = new HashMap<>();
    private final Definitions<AnyType> types;
    private final Definitions<Service> services;
    private final Definitions<Constant> constants;
    private final Definitions<Typedef> typedefs;

    Version(Program program) {
        this.program = program;
        for (Document document : program.documents()) {
            documents.put(document.file(), document);
            document.enumerations().forEach(enumeration -> enumerations.put(enumeration.type(), enumeration));
        }
        this.types = new Definitions<>(program, Version::types);
        this.services = new Definitions<>(program, Version::services);
        this.constants = new Definitions<>(program, Version::constants);
        this.typedefs = new Definitions<>(program, Version::typedefs);
    }

    @Nullable
    Document document(String file) {
        return documents.get(file);
    }

    /** Null if the type is an enum. */
    @Nullable
    Struct struct(Type.Declared type) {
        return type.kind() == Type.Kind.ENUM ? null : program.struct(type);
    }

    Enumeration enumeration(Type.Declared type) {
        return Objects.requireNonNull(enumerations.get(type), type::name);
    }

    Definitions<AnyType> types() {
        return types;
    }

    Definitions<Service> services() {
        return services;
    }

    Definitions<Constant> constants() {
        return constants;
    }

    Definitions<Typedef> typedefs() {
        return typedefs;
    }

    static Map<String, AnyType> types(Document document) {
        Map<String, AnyType> named = new LinkedHashMap<>();
        document.structs().forEach(struct -> named.put(struct.type().name(), new AnyType(struct.type(), struct.location())));
        document.enumerations().forEach(type -> named.put(type.type().name(), new AnyType(type.type(), type.location())));
        return named;
    }

    static Map<String, Service> services(Document document) {
        Map<String, Service> named = new LinkedHashMap<>();
        document.services().forEach(service -> named.put(service.name().name(), service));
        return named;
    }

    static Map<String, Constant> constants(Document document) {
        Map<String, Constant> named = new LinkedHashMap<>();
        document.constants().forEach(constant -> named.put(constant.name(), constant));
        return named;
    }

    static Map<String, Typedef> typedefs(Document document) {
        Map<String, Typedef> named = new LinkedHashMap<>();
        document.typedefs().forEach(typedef -> named.put(typedef.name().name(), typedef));
        return named;
    }
}
