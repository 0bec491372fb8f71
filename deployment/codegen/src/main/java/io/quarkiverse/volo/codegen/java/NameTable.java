package io.quarkiverse.volo.codegen.java;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;

/**
 * The Java name of everything that is generated.
 * <ul>
 * <li>Types are spelled {@code UpperCamel}, fields, arguments and methods {@code lowerCamel}; enum members and constants stay
 * as in the IDL.
 * <li>A name that Java, or the code around it, does not allow gets {@code _} at its end: see {@link ReservedNames}; a struct
 * or union named like a type nested in it, {@code Builder}, too.
 * <li>Of two types whose names differ only by case the later one gets {@code _}: there are file systems that cannot tell them
 * apart. So does the later one of two types, fields or methods that differ in the IDL and are spelled alike in Java.
 * <li>The class of a file's description, {@code HelloIdl} for {@code hello.thrift}, gives way to all types.
 * <li>A type named like one that generated code uses, {@code String} or {@code List}, keeps its name: there the other one is
 * written with its package, see {@link CompilationUnit}.
 * </ul>
 */
final class NameTable {

    private static final Set<String> NESTED_IN_STRUCTS = Set.of("Builder", "Codec", "Slots");
    private static final Set<String> NESTED_IN_SERVICES = Set.of("Blocking", "Client", "BlockingClient");

    private final Diagnostics diagnostics;
    private final Map<Object, JavaName> names = new HashMap<>();
    private final Map<String, String> packages = new HashMap<>();
    private final Set<String> firstSegments = new HashSet<>();
    private final Map<String, Set<String>> typesByPackage = new TreeMap<>();
    private final Map<JavaName, Place> places = new HashMap<>();
    private final Map<Field, String> components = new IdentityHashMap<>();
    private final Map<Type.Declared, Map<String, String>> componentsByStruct = new HashMap<>();
    private final Map<Method, String> methods = new IdentityHashMap<>();
    private final Set<Service.Name> namedServices = new HashSet<>();

    /** Where a Java name comes from, and the name in the IDL. */
    private record Place(String idlName, Location location) {
    }

    NameTable(Program program, KeptFields kept, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (Document document : program.documents()) {
            String packageName = packageName(document.javaPackage());
            packages.put(document.file(), packageName);
            firstSegments.add(packageName.split("\\.", 2)[0]);
        }
        program.documents().forEach(this::nameTypes);
        // After all that users name: of two that are alike, ours gives way.
        program.documents().stream().filter(NameTable::isDescribed).forEach(this::nameIdl);
        for (Document document : program.documents()) {
            document.structs().forEach(struct -> componentsByStruct.put(struct.type(),
                    nameComponents(struct.fields(), kept.isKeptIn(struct.type()) ? Set.of(KeptFields.NAME) : Set.of())));
            document.services().forEach(service -> nameMethods(program, service));
        }
    }

    private void nameTypes(Document document) {
        for (Struct struct : document.structs()) {
            String name = Spelling.upperCamel(struct.type().name());
            Set<String> nested = struct.type().kind() == Type.Kind.UNION ? UnionMember.NESTED : NESTED_IN_STRUCTS;
            add(struct.type(), document, nested.contains(name) ? name + "_" : name, struct.type().name(), struct.location());
        }
        document.enumerations().forEach(enumeration -> add(enumeration.type(), document,
                Spelling.upperCamel(enumeration.type().name()), enumeration.type().name(), enumeration.location()));
        for (Service service : document.services()) {
            String spelled = Spelling.upperCamel(service.name().name());
            String name = NESTED_IN_SERVICES.contains(spelled) ? spelled + "_" : spelled;
            JavaName type = add(service.name(), document, name, service.name().name(), service.location());
            add(new DefinitionOf(service.name()), document, type.simpleName() + "Definition",
                    "the definition of " + service.name().name(), service.location());
        }
        if (!document.constants().isEmpty()) {
            String stem = document.stem().replaceAll("[^A-Za-z0-9_]", "_");
            add(new ConstantsOf(document.file()), document, Spelling.upperCamel(stem) + "Constants", "constants",
                    document.constants().get(0).location());
        }
    }

    /** Whether there is something that has a descriptor. */
    static boolean isDescribed(Document document) {
        return !document.structs().isEmpty() || !document.enumerations().isEmpty() || !document.services().isEmpty();
    }

    private void nameIdl(Document document) {
        String stem = document.stem().replaceAll("[^A-Za-z0-9_]", "_");
        add(new IdlOf(document.file()), document, Spelling.upperCamel(stem) + "Idl", "the IDL of " + document.file(),
                new Location(document.file(), 1, 1));
    }

    private JavaName add(Object what, Document document, String wanted, String idlName, Location place) {
        String packageName = packageOf(document);
        JavaName exact = new JavaName(packageName, ReservedNames.isWord(wanted) ? wanted + "_" : wanted);
        Place before = places.putIfAbsent(exact, new Place(idlName, place));
        boolean twice = before != null && before.idlName().equals(idlName);
        if (twice) {
            diagnostics.error(place, "Java type " + exact.qualified() + " is already generated for " + before.location());
        }
        Set<String> types = typesByPackage.computeIfAbsent(packageName, key -> new HashSet<>());
        String simpleName = exact.simpleName();
        while (!twice && isTaken(packageName, simpleName, types)) {
            simpleName += "_";
        }
        types.add(simpleName);
        JavaName name = new JavaName(packageName, simpleName);
        names.put(what, name);
        return name;
    }

    private boolean isTaken(String packageName, String simpleName, Set<String> types) {
        String qualified = packageName + "." + simpleName;
        boolean isPackage = packages.values().stream().anyMatch(name -> (name + ".").startsWith(qualified + "."));
        return isPackage || types.stream().anyMatch(simpleName::equalsIgnoreCase);
    }

    private static String packageName(String namespace) {
        return Arrays.stream(namespace.split("\\."))
                .map(segment -> segment.replaceAll("[^A-Za-z0-9_]", "_"))
                .map(segment -> segment.isEmpty() || Character.isDigit(segment.charAt(0)) ? "_" + segment : segment)
                .map(segment -> ReservedNames.isWord(segment) ? segment + "_" : segment)
                .collect(Collectors.joining("."));
    }

    String packageOf(Document document) {
        return Objects.requireNonNull(packages.get(document.file()), document::file);
    }

    /** The simple names of all generated types of a package: they hide types of {@code java.lang}. */
    Set<String> typesIn(String packageName) {
        return typesByPackage.getOrDefault(packageName, Set.of());
    }

    JavaName type(Type.Declared type) {
        return find(type);
    }

    JavaName service(Service.Name service) {
        return find(service);
    }

    JavaName definition(Service.Name service) {
        return find(new DefinitionOf(service));
    }

    JavaName constants(Document document) {
        return find(new ConstantsOf(document.file()));
    }

    /** The class that holds the description of a file. */
    JavaName idl(String file) {
        return find(new IdlOf(file));
    }

    private JavaName find(Object what) {
        return Objects.requireNonNull(names.get(what), what::toString);
    }

    private Map<String, String> nameComponents(List<Field> fields, Set<String> reserved) {
        Map<String, String> byField = new HashMap<>();
        Set<String> taken = new HashSet<>(reserved);
        for (Field field : fields) {
            String name = distinct(component(field.name()), taken);
            components.put(field, name);
            byField.put(field.name(), name);
        }
        return byField;
    }

    private void nameMethods(Program program, Service service) {
        if (!namedServices.add(service.name())) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (Service base : program.basesOf(service)) {
            // A base may stand in a file that comes later.
            nameMethods(program, base);
            base.methods().forEach(inherited -> taken.add(method(inherited)));
        }
        for (Method method : service.methods()) {
            methods.put(method, distinct(method(method.name()), taken));
            nameComponents(method.arguments(), Set.of());
        }
    }

    /** A record's component, an exception's field or an argument. */
    String component(Field field) {
        return Objects.requireNonNull(components.get(field), field::name);
    }

    /** A record's component, or an exception's field, by its name in the IDL. */
    String component(Type.Declared struct, String field) {
        Map<String, String> byField = Objects.requireNonNull(componentsByStruct.get(struct), struct::name);
        return Objects.requireNonNull(byField.get(field), field);
    }

    String method(Method method) {
        return Objects.requireNonNull(methods.get(method), method::name);
    }

    private String component(String name) {
        String spelled = Spelling.lowerCamel(name);
        return ReservedNames.forComponent(spelled) || firstSegments.contains(spelled) ? spelled + "_" : spelled;
    }

    private static String method(String name) {
        String spelled = Spelling.lowerCamel(name);
        return ReservedNames.forMethod(spelled) ? spelled + "_" : spelled;
    }

    /** A type that is nested in another. */
    String nested(String spelled) {
        return ReservedNames.isWord(spelled) || firstSegments.contains(spelled) ? spelled + "_" : spelled;
    }

    String enumMember(String member) {
        // Apache's compiler takes dots in the names of numbered members.
        String name = member.replace('.', '_');
        return ReservedNames.forEnumMember(name) ? name + "_" : name;
    }

    String constant(String name) {
        return ReservedNames.forConstant(name) || firstSegments.contains(name) ? name + "_" : name;
    }

    private static String distinct(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** A name that differs from all taken ones by more than case; it is taken from now on. */
    static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        return name;
    }

    private record DefinitionOf(Service.Name service) {
    }

    private record ConstantsOf(String file) {
    }

    private record IdlOf(String file) {
    }
}
