package io.quarkiverse.volo.thrift.descriptor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What one IDL file says. Generated code holds it as text, which is read when something of it is first asked for; thread-safe.
 */
public final class IdlFile {

    private final String name;
    private final Map<String, Supplier<IdlFile>> includes = new HashMap<>();
    private final String[] parts;
    private volatile @Nullable IdlContents contents;

    /**
     * Another file whose definitions this one refers to.
     *
     * @param alias what stands before the dot in the names of its definitions
     */
    public record Include(String alias, Supplier<IdlFile> file) {
    }

    /** For generated code. */
    public static Include include(String alias, Supplier<IdlFile> file) {
        return new Include(alias, file);
    }

    /**
     * For generated code.
     *
     * @param parts the description, cut anywhere: Java's classes hold no text of more than 65,535 bytes
     */
    public IdlFile(String name, List<Include> includes, String... parts) {
        this.name = name;
        this.parts = parts.clone();
        includes.forEach(include -> this.includes.put(include.alias(), include.file()));
    }

    /** The file, as the compiler's messages name it. */
    public String name() {
        return name;
    }

    /** Structs, unions and exceptions, in the order of the file. */
    public List<StructDescriptor> structs() {
        return contents().all(StructDescriptor.class);
    }

    /** In the order of the file. */
    public List<EnumDescriptor> enumerations() {
        return contents().all(EnumDescriptor.class);
    }

    /** In the order of the file. */
    public List<ServiceDescriptor> services() {
        return List.copyOf(contents().services.values());
    }

    /** The struct, union or exception of this name, which the file must have. */
    public StructDescriptor struct(String wanted) {
        if (contents().types.get(wanted) instanceof StructDescriptor struct) {
            return struct;
        }
        throw unknown("struct", wanted, contents().types.keySet());
    }

    /** The enum of this name, which the file must have. */
    public EnumDescriptor enumeration(String wanted) {
        if (contents().types.get(wanted) instanceof EnumDescriptor enumeration) {
            return enumeration;
        }
        throw unknown("enum", wanted, contents().types.keySet());
    }

    /** The service of this name, which the file must have. */
    public ServiceDescriptor service(String wanted) {
        ServiceDescriptor service = contents().services.get(wanted);
        if (service == null) {
            throw unknown("service", wanted, contents().services.keySet());
        }
        return service;
    }

    /** The arguments of a method that a service of the file declares itself. */
    public StructDescriptor arguments(String service, String method) {
        MethodDescriptor found = service(service).method(method);
        if (found == null) {
            throw unknown("method", method, service(service).methodNames());
        }
        return found.arguments();
    }

    /** The definitions as IDL, spelled in one way: typedefs followed, constants replaced by their values. */
    public String text() {
        return String.join("", parts);
    }

    DefinedType referredType(String reference) {
        int dot = reference.lastIndexOf('.');
        IdlFile file = dot < 0 ? this : included(reference.substring(0, dot));
        String wanted = reference.substring(dot + 1);
        DefinedType type = file.contents().types.get(wanted);
        if (type == null) {
            throw file.unknown("type", wanted, file.contents().types.keySet());
        }
        return type;
    }

    ServiceDescriptor referredService(String reference) {
        int dot = reference.lastIndexOf('.');
        IdlFile file = dot < 0 ? this : included(reference.substring(0, dot));
        return file.service(reference.substring(dot + 1));
    }

    private IdlFile included(String alias) {
        Supplier<IdlFile> include = includes.get(alias);
        if (include == null) {
            throw unknown("include", alias, includes.keySet());
        }
        return include.get();
    }

    private IdlContents contents() {
        IdlContents known = contents;
        if (known == null) {
            synchronized (includes) {
                known = contents;
                if (known == null) {
                    known = IdlParser.parse(text(), this);
                    contents = known;
                }
            }
        }
        return known;
    }

    private IllegalArgumentException unknown(String what, String wanted, Set<String> known) {
        return new IllegalArgumentException(what + " of " + name + ": " + KnownNames.expected(wanted, known));
    }

    @Override
    public String toString() {
        return name;
    }
}
