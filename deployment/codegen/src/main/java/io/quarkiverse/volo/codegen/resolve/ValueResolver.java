package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.ApacheRules;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FieldSyntax;
import io.quarkiverse.volo.codegen.syntax.Requiredness;
import io.quarkiverse.volo.codegen.syntax.ValueSyntax;

/** Fits the values of constants and defaults to their types. A null answer means that the reason was reported. */
final class ValueResolver {

    // One constant becomes one Java method of at most 64 KiB.
    private static final int LARGEST_VALUE = 2_000;
    // A string in a class file has at most 65,535 bytes, a character up to 3.
    private static final int LONGEST_STRING = 21_000;

    private final Names names;
    private final TypeResolver types;
    private final EnumNumbers enumNumbers;
    private final ReferenceResolver references;
    private final Diagnostics diagnostics;

    ValueResolver(Names names, TypeResolver types, EnumNumbers enumNumbers, ApacheRules rules, Diagnostics diagnostics) {
        this.names = names;
        this.types = types;
        this.enumNumbers = enumNumbers;
        this.diagnostics = diagnostics;
        this.references = new ReferenceResolver(names, types, this, enumNumbers, rules, diagnostics);
    }

    /** The value of a constant. */
    @Nullable
    Value constant(DefinitionSyntax.Constant constant, SourceFile file) {
        ReferenceResolver.Typed typed = references.constant(new Names.Found(file, constant), constant.name().location(),
                constant.shown());
        return typed == null ? null : typed.value();
    }

    /**
     * A value as written.
     *
     * @param context the definition around it
     */
    @Nullable
    Value resolve(ValueSyntax syntax, Type type, SourceFile file, String context) {
        Value value = resolveAny(syntax, type, file, context);
        if (value instanceof Value.Text text && text.value().length() > LONGEST_STRING) {
            diagnostics.error(syntax.location(), "constant strings longer than " + LONGEST_STRING
                    + " characters are not supported yet", context);
            return null;
        }
        if (value != null && value.nodes() > LARGEST_VALUE) {
            diagnostics.error(syntax.location(), "constants of more than " + LARGEST_VALUE + " values are not supported yet",
                    context);
            return null;
        }
        return value;
    }

    private @Nullable Value resolveAny(ValueSyntax syntax, Type type, SourceFile file, String context) {
        if (syntax instanceof ValueSyntax.Reference reference) {
            return references.resolve(reference, type, file, context);
        }
        if (type instanceof Type.ListOf list && syntax instanceof ValueSyntax.ListText text) {
            return elements(text, list.element(), file, context, false);
        }
        if (type instanceof Type.SetOf set && syntax instanceof ValueSyntax.ListText text) {
            return elements(text, set.element(), file, context, true);
        }
        if (syntax instanceof ValueSyntax.MapText text) {
            return map(text, type, file, context);
        }
        Value value = scalar(syntax, type);
        return value == null ? mismatch(syntax, type, context) : value;
    }

    private @Nullable Value map(ValueSyntax.MapText text, Type type, SourceFile file, String context) {
        if (type instanceof Type.MapOf map) {
            return pairs(text, map, file, context);
        }
        if (type instanceof Type.Declared declared && declared.kind() != Type.Kind.ENUM) {
            return struct(text, declared, file, context);
        }
        // Thrift's other compilers write an empty container either way.
        boolean empty = text.entries().isEmpty() && (type instanceof Type.ListOf || type instanceof Type.SetOf);
        return empty ? new Value.Elements(List.of()) : mismatch(text, type, context);
    }

    private @Nullable Value scalar(ValueSyntax syntax, Type type) {
        if (syntax instanceof ValueSyntax.IntegerText integer) {
            return Scalars.ofInteger(integer.value(), type, enumNumbers);
        }
        if (syntax instanceof ValueSyntax.DoubleText decimal) {
            return type == Type.Base.DOUBLE ? new Value.Decimal(decimal.value()) : null;
        }
        if (syntax instanceof ValueSyntax.StringText string) {
            return Scalars.ofString(string.value(), type);
        }
        boolean emptyMap = syntax instanceof ValueSyntax.ListText list && list.elements().isEmpty()
                && type instanceof Type.MapOf;
        return emptyMap ? new Value.Pairs(List.of()) : null;
    }

    private @Nullable Value mismatch(ValueSyntax syntax, Type type, String context) {
        diagnostics.error(syntax.location(), Scalars.shown(syntax) + " (expected: " + Scalars.expected(type) + ")", context);
        return null;
    }

    private @Nullable Value elements(ValueSyntax.ListText text, Type element, SourceFile file, String context, boolean unique) {
        List<Value> elements = new ArrayList<>();
        Set<Value> seen = new HashSet<>();
        boolean complete = true;
        for (ValueSyntax syntax : text.elements()) {
            Value value = resolve(syntax, element, file, context);
            complete &= value != null;
            if (value == null) {
                continue;
            }
            if (unique && !seen.add(value)) {
                diagnostics.error(syntax.location(), "element is already in the set", context);
            }
            elements.add(value);
        }
        return complete ? new Value.Elements(List.copyOf(elements)) : null;
    }

    private @Nullable Value pairs(ValueSyntax.MapText text, Type.MapOf map, SourceFile file, String context) {
        List<Value.Pair> pairs = new ArrayList<>();
        Map<Value, Location> seen = new HashMap<>();
        for (ValueSyntax.Entry entry : text.entries()) {
            Value key = resolve(entry.key(), map.key(), file, context);
            Value value = resolve(entry.value(), map.value(), file, context);
            if (key == null || value == null) {
                continue;
            }
            Location before = seen.putIfAbsent(key, entry.key().location());
            if (before != null) {
                diagnostics.error(entry.key().location(), "key is already in the map (" + before + ")", context);
            }
            pairs.add(new Value.Pair(key, value));
        }
        return pairs.size() == text.entries().size() ? new Value.Pairs(List.copyOf(pairs)) : null;
    }

    private @Nullable Value struct(ValueSyntax.MapText text, Type.Declared type, SourceFile file, String context) {
        Names.Found found = names.definitionOf(type);
        DefinitionSyntax.Struct struct = (DefinitionSyntax.Struct) found.definition();
        Map<String, Value.FieldValue> values = new HashMap<>();
        boolean complete = true;
        for (ValueSyntax.Entry entry : text.entries()) {
            Value.FieldValue value = fieldValue(entry, struct, found.file(), file, context);
            complete &= value != null;
            if (value != null && values.put(value.field(), value) != null) {
                diagnostics.error(entry.key().location(), "field '" + value.field() + "' is already set", context);
            }
        }
        if (!complete || !isOneMember(text, type, context)) {
            return null;
        }
        List<Value.FieldValue> inOrder = new ArrayList<>();
        for (FieldSyntax field : struct.fields()) {
            Value.FieldValue value = values.get(field.name().text());
            if (value != null) {
                inOrder.add(value);
            } else if (type.kind() != Type.Kind.UNION && field.requiredness() == Requiredness.REQUIRED
                    && field.defaultValue() == null) {
                diagnostics.error(text.location(), "field '" + field.name().text() + "' of " + struct.shown()
                        + " is required and not set (" + field.location() + ")", context);
            }
        }
        return new Value.StructLiteral(type, List.copyOf(inOrder));
    }

    /** For anything but a union always true. */
    private boolean isOneMember(ValueSyntax.MapText text, Type.Declared type, String context) {
        if (type.kind() != Type.Kind.UNION || text.entries().size() == 1) {
            return true;
        }
        diagnostics.error(text.location(), "value of union " + type.name() + " with " + text.entries().size()
                + " members (expected: 1)", context);
        return false;
    }

    private Value.@Nullable FieldValue fieldValue(ValueSyntax.Entry entry, DefinitionSyntax.Struct struct,
            SourceFile structFile, SourceFile file, String context) {
        if (!(entry.key() instanceof ValueSyntax.StringText key)) {
            diagnostics.error(entry.key().location(), Scalars.shown(entry.key()) + " (expected: the name of a field in quotes)",
                    context);
            return null;
        }
        for (FieldSyntax field : struct.fields()) {
            if (field.name().text().equals(key.value())) {
                Type type = types.resolve(field, structFile, struct.shown());
                Value value = type == null ? null : resolve(entry.value(), type, file, context);
                return type == null || value == null ? null : new Value.FieldValue(key.value(), type, value);
            }
        }
        List<String> known = struct.fields().stream().map(field -> field.name().text()).toList();
        diagnostics.error(key.location(), "unknown field '" + key.value() + "' of " + struct.shown()
                + Suggestion.forName(key.value(), known) + " (" + struct.name().location() + ")", context);
        return null;
    }
}
