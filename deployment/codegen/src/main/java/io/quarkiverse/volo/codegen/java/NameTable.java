package io.quarkiverse.volo.codegen.java;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Annotations;
import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.ReservedNames;
import io.quarkiverse.volo.codegen.source.Spelling;

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
 * <li>A name that the IDL gives itself, {@code (volo.name = "X")}, is taken as it is; if it is another's, that is an error.
 * <li>A type named like one that generated code uses, {@code String} or {@code List}, keeps its name: there the other one is
 * written with its package, see {@link CompilationUnit}.
 * </ul>
 */
final class NameTable {

    private static final Set<String> NESTED_IN_STRUCTS = Set.of("Builder", "Codec", "Slots");
    private static final Set<String> NESTED_IN_SERVICES = Set.of("Blocking", "Client", "BlockingClient");

    private static final Annotations NO_ANNOTATIONS = new Annotations(List.of());

    private final Diagnostics diagnostics;
    private final GivenNames given;
    private final Map<Object, JavaName> names = new HashMap<>();
    private final Map<String, String> packages = new HashMap<>();
    private final Set<String> firstSegments = new HashSet<>();
    private final Map<String, Set<String>> typesByPackage = new TreeMap<>();
    private final Map<JavaName, Place> places = new HashMap<>();
    private final Map<Field, String> components = new IdentityHashMap<>();
    private final Map<Type.Declared, Map<String, Named>> componentsByStruct = new HashMap<>();
    private final Map<Type.Declared, Map<String, Named>> membersByEnum = new HashMap<>();
    private final Map<Constant, String> constants = new IdentityHashMap<>();
    private final Map<Method, String> methods = new IdentityHashMap<>();
    private final Set<Service.Name> namedServices = new HashSet<>();

    /** Where a Java name comes from, the name in the IDL, and whether the IDL gives the Java name itself. */
    private record Place(String idlName, Location location, boolean given) {
    }

    /** A name in Java, and whether javac warns of its use. */
    private record Named(String name, boolean deprecated) {
    }

    NameTable(Program program, KeptFields kept, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.given = new GivenNames(diagnostics);
        for (Document document : program.documents()) {
            String packageName = packageName(document.javaPackage());
            packages.put(document.file(), packageName);
            firstSegments.add(packageName.split("\\.", 2)[0]);
        }
        program.documents().forEach(this::nameTypes);
        // After all that users name: of two that are alike, ours gives way.
        program.documents().stream().filter(NameTable::isDescribed).forEach(this::nameIdl);
        for (Document document : program.documents()) {
            document.structs().forEach(struct -> componentsByStruct.put(struct.type(), nameComponents(struct.fields(),
                    kept.isKeptIn(struct.type()) ? Set.of(KeptFields.NAME) : Set.of(), struct.shown())));
            document.enumerations().forEach(this::nameMembers);
            document.constants().forEach(this::nameConstant);
            document.services().forEach(service -> nameMethods(program, service));
        }
    }

    private void nameTypes(Document document) {
        for (Struct struct : document.structs()) {
            String name = Spelling.upperCamel(struct.type().name());
            Set<String> nested = struct.type().kind() == Type.Kind.UNION ? UnionMember.NESTED : NESTED_IN_STRUCTS;
            String wanted = given.ofType(struct.annotations(), nested, struct.location(), struct.shown());
            add(struct.type(), document, wanted, nested.contains(name) ? name + "_" : name,
                    struct.type().name(), struct.location(), struct.annotations());
        }
        for (Enumeration enumeration : document.enumerations()) {
            String wanted = given.ofType(enumeration.annotations(), Set.of(), enumeration.location(),
                    "enum " + enumeration.type().name());
            add(enumeration.type(), document, wanted, Spelling.upperCamel(enumeration.type().name()),
                    enumeration.type().name(), enumeration.location(), enumeration.annotations());
        }
        for (Service service : document.services()) {
            String spelled = Spelling.upperCamel(service.name().name());
            String name = NESTED_IN_SERVICES.contains(spelled) ? spelled + "_" : spelled;
            String wanted = given.ofType(service.annotations(), NESTED_IN_SERVICES, service.location(),
                    "service " + service.name().name());
            JavaName type = add(service.name(), document, wanted, name, service.name().name(), service.location(),
                    service.annotations());
            add(new DefinitionOf(service.name()), document, null, type.simpleName() + "Definition",
                    "the definition of " + service.name().name(), service.location(), NO_ANNOTATIONS);
        }
        if (!document.constants().isEmpty()) {
            add(new ConstantsOf(document.file()), document, null, named(document) + "Constants", "constants",
                    document.constants().get(0).location(), NO_ANNOTATIONS);
        }
    }

    /** Whether there is something that has a descriptor. */
    static boolean isDescribed(Document document) {
        return !document.structs().isEmpty() || !document.enumerations().isEmpty() || !document.services().isEmpty();
    }

    private static String named(Document document) {
        return Spelling.upperCamel(document.stem().replaceAll("[^A-Za-z0-9_]", "_"));
    }

    private void nameIdl(Document document) {
        String name = named(document) + "Idl";
        while (places.containsKey(new JavaName(packageOf(document), name))) {
            name += "_";
        }
        add(new IdlOf(document.file()), document, null, name, "the IDL of " + document.file(),
                new Location(document.file(), 1, 1), NO_ANNOTATIONS);
    }

    private JavaName add(Object what, Document document, @Nullable String givenName, String spelled, String idlName,
            Location location, Annotations annotations) {
        String packageName = packageOf(document);
        String wanted = givenName == null ? spelled : givenName;
        JavaName exact = new JavaName(packageName, ReservedNames.isWord(wanted) ? wanted + "_" : wanted);
        Place place = new Place(idlName, location, givenName != null);
        Place before = places.putIfAbsent(exact, place);
        boolean twice = before != null && (before.idlName().equals(idlName) || before.given() || place.given());
        if (twice) {
            diagnostics.error(location,
                    "Java type " + exact.qualified() + " is already generated for " + before.location());
        }
        Set<String> types = typesByPackage.computeIfAbsent(packageName, key -> new HashSet<>());
        String simpleName = exact.simpleName();
        if (!twice && place.given() && isTaken(packageName, simpleName, types)) {
            diagnostics.error(location, GivenNames.ANNOTATION + ": " + simpleName + " (expected: no package, and no other type "
                    + "of " + packageName + ", has this name; not in other letter case either)");
        }
        while (!twice && isTaken(packageName, simpleName, types)) {
            simpleName += "_";
        }
        types.add(simpleName);
        JavaName name = new JavaName(packageName, simpleName, Deprecation.isOn(annotations));
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

    /** @param more names of the same place that no field may have */
    private Map<String, Named> nameComponents(List<Field> fields, Set<String> more, String context) {
        Map<String, Named> byField = new HashMap<>();
        Map<String, Place> taken = new HashMap<>();
        Predicate<String> reserved = name -> more.contains(name) || isReservedForComponents(name);
        for (Field field : fields) {
            String wanted = given.ofMember(field.annotations(), reserved, field.location(), context);
            Place place = new Place(field.name(), field.location(), wanted != null);
            String name = distinct(wanted == null ? component(field.name(), reserved) : wanted, place, taken, context);
            components.put(field, name);
            byField.put(field.name(), new Named(name, Deprecation.isOn(field.annotations())));
        }
        return byField;
    }

    private void nameMembers(Enumeration enumeration) {
        Map<String, Named> byMember = new HashMap<>();
        for (Enumeration.Member member : enumeration.members()) {
            String wanted = given.ofConstant(member.annotations(), ReservedNames::forEnumMember, member.location(),
                    "enum " + enumeration.type().name());
            byMember.put(member.name(), new Named(wanted == null ? enumMember(member.name()) : wanted,
                    Deprecation.isOn(member.annotations())));
        }
        membersByEnum.put(enumeration.type(), byMember);
    }

    private void nameConstant(Constant constant) {
        String wanted = given.ofConstant(constant.annotations(), this::isReservedForConstants, constant.location(),
                "const " + constant.name());
        String spelled = isReservedForConstants(constant.name()) ? constant.name() + "_" : constant.name();
        constants.put(constant, wanted == null ? spelled : wanted);
    }

    private void nameMethods(Program program, Service service) {
        if (!namedServices.add(service.name())) {
            return;
        }
        Map<String, Place> taken = new HashMap<>();
        for (Service base : program.basesOf(service)) {
            // A base may stand in a file that comes later.
            nameMethods(program, base);
            base.methods().forEach(inherited -> taken.put(method(inherited), new Place(inherited.name(), inherited.location(),
                    inherited.annotations().containsKey(GivenNames.ANNOTATION))));
        }
        for (Method method : service.methods()) {
            String context = "method " + service.name().name() + "." + method.name();
            String wanted = given.ofMember(method.annotations(), ReservedNames::forMethod, method.location(), context);
            Place place = new Place(method.name(), method.location(), wanted != null);
            methods.put(method, distinct(wanted == null ? method(method.name()) : wanted, place, taken, context));
            nameComponents(method.arguments(), Set.of(), context);
        }
    }

    /** A record's component, an exception's field or an argument. */
    String component(Field field) {
        return Objects.requireNonNull(components.get(field), field::name);
    }

    /** A record's component, or an exception's field, by its name in the IDL. */
    String component(Type.Declared struct, String field) {
        return find(componentsByStruct, struct, field).name();
    }

    /** Whether javac warns of the use of a field, or of its setter. */
    boolean isDeprecated(Type.Declared struct, String field) {
        return find(componentsByStruct, struct, field).deprecated();
    }

    private static Named find(Map<Type.Declared, Map<String, Named>> all, Type.Declared type, String name) {
        Map<String, Named> ofType = Objects.requireNonNull(all.get(type), type::name);
        return Objects.requireNonNull(ofType.get(name), name);
    }

    String method(Method method) {
        return Objects.requireNonNull(methods.get(method), method::name);
    }

    private static String component(String name, Predicate<String> reserved) {
        String spelled = Spelling.lowerCamel(name);
        return reserved.test(spelled) ? spelled + "_" : spelled;
    }

    private boolean isReservedForComponents(String name) {
        return ReservedNames.forComponent(name) || firstSegments.contains(name);
    }

    private static String method(String name) {
        String spelled = Spelling.lowerCamel(name);
        return ReservedNames.forMethod(spelled) ? spelled + "_" : spelled;
    }

    /** A type that is nested in another. */
    String nested(String spelled) {
        return ReservedNames.isWord(spelled) || firstSegments.contains(spelled) ? spelled + "_" : spelled;
    }

    /** A member of an enum, by its name in the IDL. */
    String enumMember(Type.Declared enumeration, String member) {
        return find(membersByEnum, enumeration, member).name();
    }

    /** Whether javac warns of the use of a member of an enum. */
    boolean isDeprecatedMember(Type.Declared enumeration, String member) {
        return find(membersByEnum, enumeration, member).deprecated();
    }

    private static String enumMember(String member) {
        // Apache's compiler takes dots in the names of numbered members.
        String name = member.replace('.', '_');
        return ReservedNames.forEnumMember(name) ? name + "_" : name;
    }

    String constant(Constant constant) {
        return Objects.requireNonNull(constants.get(constant), constant::name);
    }

    private boolean isReservedForConstants(String name) {
        return ReservedNames.forConstant(name) || firstSegments.contains(name);
    }

    /** A name that no other has; a name that the IDL gives is no other's, or that is an error. */
    private String distinct(String wanted, Place place, Map<String, Place> taken, String context) {
        Place before = taken.get(wanted);
        if (before != null && (before.given() || place.given())) {
            diagnostics.error(place.location(),
                    "'" + place.idlName() + "' becomes " + wanted + " in Java, as '" + before.idlName()
                            + "' does (" + before.location() + ")",
                    context);
        }
        String name = wanted;
        while (taken.putIfAbsent(name, place) != null) {
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
