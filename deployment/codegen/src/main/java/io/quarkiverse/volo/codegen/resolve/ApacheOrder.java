package io.quarkiverse.volo.codegen.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.syntax.ApacheRules;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FieldSyntax;
import io.quarkiverse.volo.codegen.syntax.Identifier;
import io.quarkiverse.volo.codegen.syntax.MethodSyntax;
import io.quarkiverse.volo.codegen.syntax.TypeSyntax;
import io.quarkiverse.volo.codegen.syntax.ValueSyntax;

/** Apache's compiler wants constants, bases of services, exceptions, and the types of values defined before their use. */
final class ApacheOrder {

    private final SourceFile file;
    private final ApacheRules rules;
    private final Set<String> types = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    ApacheOrder(SourceFile file, ApacheRules rules) {
        this.file = file;
        this.rules = rules;
    }

    void check() {
        for (DefinitionSyntax definition : file.syntax().definitions()) {
            check(definition);
            (definition instanceof DefinitionSyntax.Constant ? constants : types).add(definition.name().text());
        }
    }

    private void check(DefinitionSyntax definition) {
        String context = definition.shown();
        if (definition instanceof DefinitionSyntax.Constant constant) {
            value(constant.value(), constant.type(), context);
        } else if (definition instanceof DefinitionSyntax.Struct struct) {
            defaults(struct.fields(), context);
        } else if (definition instanceof DefinitionSyntax.Service service) {
            service(service, context);
        }
    }

    private void service(DefinitionSyntax.Service service, String context) {
        Identifier base = service.base();
        if (base != null) {
            type(base.text(), base.location(), context);
        }
        for (MethodSyntax method : service.methods()) {
            defaults(method.arguments(), context);
            method.exceptions().forEach(exception -> type(exception.type(), context));
        }
    }

    private void defaults(List<FieldSyntax> fields, String context) {
        for (FieldSyntax field : fields) {
            ValueSyntax defaultValue = field.defaultValue();
            if (defaultValue != null) {
                value(defaultValue, field.type(), context);
            }
        }
    }

    private void value(ValueSyntax value, TypeSyntax type, String context) {
        type(type, context);
        references(value, context);
    }

    private void type(TypeSyntax type, String context) {
        if (type instanceof TypeSyntax.Named named) {
            type(named.name(), named.location(), context);
        } else if (type instanceof TypeSyntax.ListOf list) {
            type(list.element(), context);
        } else if (type instanceof TypeSyntax.SetOf set) {
            type(set.element(), context);
        } else if (type instanceof TypeSyntax.MapOf map) {
            type(map.key(), context);
            type(map.value(), context);
        }
    }

    private void type(String name, Location location, String context) {
        if (file.definition(name) != null && !types.contains(name)) {
            refuse(name, location, context);
        }
    }

    private void references(ValueSyntax value, String context) {
        if (value instanceof ValueSyntax.Reference reference) {
            reference(reference, context);
        } else if (value instanceof ValueSyntax.ListText list) {
            list.elements().forEach(element -> references(element, context));
        } else if (value instanceof ValueSyntax.MapText map) {
            map.entries().forEach(entry -> {
                references(entry.key(), context);
                references(entry.value(), context);
            });
        }
    }

    private void reference(ValueSyntax.Reference reference, String context) {
        String name = reference.name();
        int dot = name.indexOf('.');
        if (dot >= 0) {
            type(name.substring(0, dot), reference.location(), context);
        } else if (file.constant(name) != null && !constants.contains(name)) {
            refuse(name, reference.location(), context);
        }
    }

    private void refuse(String name, Location location, String context) {
        rules.refuse(location, "'" + name + "' before its definition", context);
    }
}
