package io.quarkiverse.volo.codegen.resolve;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.TypeUse;
import io.quarkiverse.volo.codegen.model.Typedef;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FieldSyntax;
import io.quarkiverse.volo.codegen.syntax.TypeSyntax;

/** Finds the types that names stand for; typedefs are followed to their end. */
final class TypeResolver {

    static final Map<String, Type> BASE_TYPES = Map.ofEntries(
            Map.entry("bool", Type.Base.BOOL),
            Map.entry("byte", Type.Base.BYTE),
            Map.entry("i8", Type.Base.BYTE),
            Map.entry("i16", Type.Base.I16),
            Map.entry("i32", Type.Base.I32),
            Map.entry("i64", Type.Base.I64),
            Map.entry("double", Type.Base.DOUBLE),
            Map.entry("string", Type.Base.STRING),
            Map.entry("slist", Type.Base.STRING),
            Map.entry("binary", Type.Base.BINARY),
            Map.entry("uuid", Type.Base.UUID));

    private static final Set<String> SUGGESTED = BASE_TYPES.keySet().stream()
            .filter(name -> !name.equals("slist"))
            .collect(Collectors.toUnmodifiableSet());

    // Typedefs of maps of typedefs of maps grow with every step.
    private static final int LARGEST_TYPE = 128;
    private static final int LONGEST_CHAIN = 64;

    private final Names names;
    private final Diagnostics diagnostics;
    private final JavaTypes javaTypes;
    private final Map<DefinitionSyntax.Typedef, Optional<Type>> typedefs = new IdentityHashMap<>();
    private final Set<DefinitionSyntax.Typedef> following = new LinkedHashSet<>();

    TypeResolver(Names names, Diagnostics diagnostics) {
        this.names = names;
        this.diagnostics = diagnostics;
        this.javaTypes = new JavaTypes(diagnostics);
    }

    /** The type, or null if it was reported (or excused) as unknown. */
    @Nullable
    Type resolve(TypeSyntax syntax, SourceFile file, String context) {
        Type type = resolveAny(syntax, file, context);
        if (type != null && type.nodes() > LARGEST_TYPE) {
            diagnostics.error(syntax.location(), "type made of more than " + LARGEST_TYPE + " types", context);
            return null;
        }
        return type == null ? null : javaTypes.apply(type, syntax.annotations(), context);
    }

    /** The type of a field or an argument, or null as above. */
    @Nullable
    Type resolve(FieldSyntax field, SourceFile file, String context) {
        Type type = resolve(field.type(), file, context);
        return type == null ? null : javaTypes.apply(type, field.annotations(), context);
    }

    /** The type of a field or an argument with what the file says beside it, or null as above. */
    @Nullable
    TypeUse use(FieldSyntax field, SourceFile file, String context) {
        TypeUse use = use(field.type(), file, context);
        return use == null ? null : use.withType(javaTypes.apply(use.type(), field.annotations(), context));
    }

    /** The type with what the file says beside it, or null as above. */
    @Nullable
    TypeUse use(TypeSyntax syntax, SourceFile file, String context) {
        Type type = resolve(syntax, file, context);
        return type == null ? null : use(syntax, type, file);
    }

    private TypeUse use(TypeSyntax syntax, Type type, SourceFile file) {
        Typedef.Name typedef = syntax instanceof TypeSyntax.Named named ? typedefOf(named, file) : null;
        List<TypeUse> arguments = List.of();
        if (syntax instanceof TypeSyntax.ListOf list) {
            arguments = List.of(use(list.element(), ((Type.ListOf) type).element(), file));
        } else if (syntax instanceof TypeSyntax.SetOf set) {
            arguments = List.of(use(set.element(), ((Type.SetOf) type).element(), file));
        } else if (syntax instanceof TypeSyntax.MapOf map) {
            Type.MapOf of = (Type.MapOf) type;
            arguments = List.of(use(map.key(), of.key(), file), use(map.value(), of.value(), file));
        }
        return new TypeUse(type, typedef, MemberResolver.annotations(syntax.annotations()), arguments);
    }

    private Typedef.@Nullable Name typedefOf(TypeSyntax.Named named, SourceFile file) {
        Names.Found found = BASE_TYPES.containsKey(named.name()) ? null : names.find(file, named.name());
        return found != null && found.definition() instanceof DefinitionSyntax.Typedef typedef
                ? new Typedef.Name(found.file().name(), typedef.name().text())
                : null;
    }

    private @Nullable Type resolveAny(TypeSyntax syntax, SourceFile file, String context) {
        if (syntax instanceof TypeSyntax.ListOf list) {
            Type element = resolve(list.element(), file, context);
            return element == null ? null : new Type.ListOf(element);
        }
        if (syntax instanceof TypeSyntax.SetOf set) {
            Type element = resolve(set.element(), file, context);
            return element == null ? null : new Type.SetOf(element);
        }
        if (syntax instanceof TypeSyntax.MapOf map) {
            Type key = resolve(map.key(), file, context);
            Type value = resolve(map.value(), file, context);
            return key == null || value == null ? null : new Type.MapOf(key, value);
        }
        return named((TypeSyntax.Named) syntax, file, context);
    }

    private @Nullable Type named(TypeSyntax.Named named, SourceFile file, String context) {
        Type base = BASE_TYPES.get(named.name());
        if (base != null) {
            return base;
        }
        Names.Found found = names.find(file, named.name());
        if (found == null) {
            names.unknown(file, named.name(), "type", SUGGESTED, named.location(), context);
            return null;
        }
        if (found.definition() instanceof DefinitionSyntax.Typedef typedef) {
            return typedef(typedef, found.file(), named.location(), context);
        }
        Type type = declared(found);
        if (type == null) {
            diagnostics.error(named.location(), "'" + named.name() + "' is a " + found.definition().keyword()
                    + " (expected: a type; " + found.definition().name().location() + ")", context);
        }
        return type;
    }

    /** The type that a definition makes; null for a service. */
    static Type.@Nullable Declared declared(Names.Found found) {
        Type.Kind kind = kind(found.definition());
        return kind == null ? null : new Type.Declared(kind, found.file().name(), found.definition().name().text());
    }

    private static Type.@Nullable Kind kind(DefinitionSyntax definition) {
        return switch (definition.keyword()) {
            case "struct" -> Type.Kind.STRUCT;
            case "union" -> Type.Kind.UNION;
            case "exception" -> Type.Kind.EXCEPTION;
            case "enum" -> Type.Kind.ENUM;
            default -> null;
        };
    }

    /** Follows a typedef, also when nobody uses it. */
    @Nullable
    Type typedef(DefinitionSyntax.Typedef typedef, SourceFile file, Location usedAt, String context) {
        Optional<Type> known = typedefs.get(typedef);
        if (known != null) {
            return known.orElse(null);
        }
        if (!mayFollow(typedef, usedAt, context)) {
            return null;
        }
        following.add(typedef);
        Type type = resolve(typedef.type(), file, typedef.shown());
        if (type != null) {
            type = javaTypes.apply(type, typedef.annotations(), typedef.shown());
        }
        following.remove(typedef);
        typedefs.put(typedef, Optional.ofNullable(type));
        return type;
    }

    private boolean mayFollow(DefinitionSyntax.Typedef typedef, Location usedAt, String context) {
        if (following.contains(typedef)) {
            String cycle = Stream.concat(following.stream().dropWhile(step -> !step.equals(typedef)), Stream.of(typedef))
                    .map(step -> step.name().text())
                    .collect(Collectors.joining(" -> "));
            diagnostics.error(usedAt, "typedef cycle: " + cycle, context);
            return false;
        }
        if (following.size() >= LONGEST_CHAIN) {
            diagnostics.error(usedAt, "chain of more than " + LONGEST_CHAIN + " typedefs", context);
            return false;
        }
        return true;
    }
}
