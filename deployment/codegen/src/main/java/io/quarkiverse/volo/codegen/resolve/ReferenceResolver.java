package io.quarkiverse.volo.codegen.resolve;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.ApacheRules;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.ValueSyntax;

/** What a name means where a value is expected: true, false, a member of an enum, another constant. */
final class ReferenceResolver {

    private static final int LONGEST_CHAIN = 64;

    /** A value and the type it was declared with. */
    record Typed(Type type, Value value) {
    }

    private final Names names;
    private final TypeResolver types;
    private final ValueResolver values;
    private final EnumNumbers enumNumbers;
    private final ApacheRules rules;
    private final Diagnostics diagnostics;
    private final Map<DefinitionSyntax, Optional<Typed>> constants = new IdentityHashMap<>();
    private final Map<DefinitionSyntax, String> following = new LinkedHashMap<>();

    ReferenceResolver(Names names, TypeResolver types, ValueResolver values, EnumNumbers enumNumbers,
            ApacheRules rules, Diagnostics diagnostics) {
        this.names = names;
        this.types = types;
        this.values = values;
        this.enumNumbers = enumNumbers;
        this.rules = rules;
        this.diagnostics = diagnostics;
    }

    @Nullable
    Value resolve(ValueSyntax.Reference reference, Type type, SourceFile file, String context) {
        String name = reference.name();
        if (name.equals("true") || name.equals("false")) {
            return type == Type.Base.BOOL ? new Value.Bool(name.equals("true")) : mismatch(reference, "bool", type, context);
        }
        Names.Found constant = names.findConstant(file, name);
        if (constant != null) {
            Typed typed = constant(constant, reference.location(), context);
            return typed == null ? null : fit(typed, reference, type, context);
        }
        if (name.indexOf('.') < 0 && type instanceof Type.Declared declared && declared.kind() == Type.Kind.ENUM
                && enumNumbers.numberOf(declared, name) != null) {
            rules.refuse(reference.location(), "'" + name + "' without its enum", context);
            return new Value.Member(declared, name);
        }
        return member(reference, type, file, context);
    }

    private @Nullable Value member(ValueSyntax.Reference reference, Type type, SourceFile file, String context) {
        String name = reference.name();
        int dot = name.lastIndexOf('.');
        Names.Found found = enumeration(name, dot, file);
        while (found == null && dot > 0) {
            // The name of a member may have dots itself.
            dot = name.lastIndexOf('.', dot - 1);
            found = enumeration(name, dot, file);
        }
        if (found == null) {
            names.unknown(file, name, "constant", Set.of(), reference.location(), context);
            return null;
        }
        Type.Declared enumeration = Objects.requireNonNull(TypeResolver.declared(found));
        String member = name.substring(dot + 1);
        if (enumNumbers.numberOf(enumeration, member) == null) {
            diagnostics.error(reference.location(), "unknown member '" + member + "' of enum " + enumeration.name()
                    + Suggestion.forName(member, enumNumbers.members(enumeration).keySet()) + " ("
                    + found.definition().name().location() + ")", context);
            return null;
        }
        return fit(new Typed(enumeration, new Value.Member(enumeration, member)), reference, type, context);
    }

    private Names.@Nullable Found enumeration(String name, int dot, SourceFile file) {
        Names.Found found = dot < 0 ? null : names.find(file, name.substring(0, dot));
        return found != null && found.definition() instanceof DefinitionSyntax.Enumeration ? found : null;
    }

    /** A constant with its type, worked out once. */
    @Nullable
    Typed constant(Names.Found found, Location usedAt, String context) {
        DefinitionSyntax.Constant constant = (DefinitionSyntax.Constant) found.definition();
        Optional<Typed> known = constants.get(constant);
        if (known != null) {
            return known.orElse(null);
        }
        if (!mayFollow(constant, usedAt, context)) {
            return null;
        }
        following.put(constant, constant.name().text());
        Type type = types.resolve(constant.type(), found.file(), constant.shown());
        Value value = type == null ? null : values.resolve(constant.value(), type, found.file(), constant.shown());
        following.remove(constant);
        Typed typed = type == null || value == null ? null : new Typed(type, value);
        constants.put(constant, Optional.ofNullable(typed));
        return typed;
    }

    private boolean mayFollow(DefinitionSyntax.Constant constant, Location usedAt, String context) {
        if (following.containsKey(constant)) {
            String cycle = following.keySet().stream()
                    .dropWhile(step -> step != constant)
                    .map(step -> step.name().text())
                    .collect(Collectors.joining(" -> "));
            diagnostics.error(usedAt, "constant cycle: " + cycle + " -> " + constant.name().text(), context);
            return false;
        }
        if (following.size() >= LONGEST_CHAIN) {
            diagnostics.error(usedAt, "chain of more than " + LONGEST_CHAIN + " constants", context);
            return false;
        }
        return true;
    }

    /** Numbers go into every type that holds them, strings also into binary; anything else needs the same type. */
    private @Nullable Value fit(Typed typed, ValueSyntax.Reference reference, Type type, String context) {
        Value fitted = null;
        if (typed.type().withoutJavaTypes().equals(type.withoutJavaTypes())) {
            fitted = typed.value();
            if (!(type instanceof Type.Base) && !(typed.value() instanceof Value.Member)) {
                rules.refuse(reference.location(), "the name of a constant for a whole container or struct", context);
            }
        } else if (typed.value() instanceof Value.Int number) {
            fitted = Scalars.ofInteger(number.value(), type, enumNumbers);
        } else if (typed.value() instanceof Value.Text text) {
            fitted = Scalars.ofString(text.value(), type);
        } else if (typed.value() instanceof Value.Member member && type instanceof Type.Base) {
            Long number = enumNumbers.numberOf(member.enumeration(), member.member());
            fitted = number == null || type == Type.Base.BOOL ? null : Scalars.ofInteger(number, type, enumNumbers);
        }
        return fitted == null ? mismatch(reference, typed.type().shown(), type, context) : fitted;
    }

    private @Nullable Value mismatch(ValueSyntax.Reference reference, String actual, Type expected, String context) {
        diagnostics.error(reference.location(), Scalars.shown(reference) + ", of type " + actual + " (expected: "
                + Scalars.expected(expected) + ")", context);
        return null;
    }
}
