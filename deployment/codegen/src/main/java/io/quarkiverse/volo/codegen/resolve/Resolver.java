package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Namespace;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.TypeUse;
import io.quarkiverse.volo.codegen.model.Typedef;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.ApacheRules;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.Identifier;
import io.quarkiverse.volo.codegen.syntax.NamespaceSyntax;

/** Reads IDL files and finds out what they mean. */
public final class Resolver {

    private static final Set<String> TAKEN = Set.of("void", "list", "set", "map");

    private final List<SourceFile> files;
    private final TypeResolver types;
    private final ValueResolver values;
    private final MemberResolver members;
    private final ServiceResolver services;
    private final Duplicates duplicates;
    private final Unions unions;
    private final Presence presence;
    private final ApacheRules rules;
    private final Diagnostics diagnostics;

    private Resolver(List<SourceFile> files, Sources sources, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
        this.rules = new ApacheRules(sources.dialect(), diagnostics);
        this.unions = new Unions(diagnostics);
        this.duplicates = new Duplicates(files, sources.dedups());
        this.presence = new Presence(sources.explicitPresence(), diagnostics);
        Names names = new Names(files, duplicates, diagnostics);
        this.types = new TypeResolver(names, diagnostics);
        this.values = new ValueResolver(names, types, new EnumNumbers(files), rules, diagnostics);
        this.members = new MemberResolver(types, values, diagnostics);
        this.services = new ServiceResolver(names, types, members, presence, diagnostics);
    }

    /**
     * Reads the files and all that they include.
     *
     * @param diagnostics takes every error; with errors the result is incomplete and fit for nothing but finding more errors
     */
    public static Program resolve(Sources sources, Diagnostics diagnostics) {
        List<SourceFile> files = new SourceLoader(sources, diagnostics).load();
        return new Resolver(files, sources, diagnostics).program();
    }

    private Program program() {
        List<Document> documents = files.stream().map(this::document).toList();
        Program program = new Program(documents, files.stream().map(SourceFile::content).collect(Collectors.joining("\n")));
        duplicates.forEach(this::checkDuplicate);
        if (!diagnostics.hasErrors()) {
            new DefaultCycles(program, diagnostics).check();
        }
        return program;
    }

    private void checkDuplicate(Names.Found repeated, Names.Found first) {
        if (!shape(repeated).equals(shape(first))) {
            Identifier name = repeated.definition().name();
            diagnostics.error(name.location(), "'" + name.text() + "' is another than "
                    + first.definition().name().location() + " (expected: the same, as dedups lists it;"
                    + " dedups must list what it uses, too)");
        }
    }

    private String shape(Names.Found found) {
        if (found.definition() instanceof DefinitionSyntax.Struct struct) {
            return Shape.of(struct(struct, found.file()));
        }
        if (found.definition() instanceof DefinitionSyntax.Enumeration enumeration) {
            return Shape.of(enumeration(enumeration, found.file()));
        }
        if (found.definition() instanceof DefinitionSyntax.Service service) {
            return Shape.of(services.resolve(service, found.file()));
        }
        List<Constant> constants = new ArrayList<>();
        if (found.definition() instanceof DefinitionSyntax.Constant constant) {
            constant(constant, found.file(), constants);
        }
        return constants.stream().map(Shape::of).findFirst().orElse("");
    }

    private Document document(SourceFile file) {
        diagnostics.workingOn(file.name());
        checkNames(file);
        checkApacheRules(file);
        List<Typedef> typedefs = new ArrayList<>();
        List<Struct> structs = new ArrayList<>();
        List<Enumeration> enumerations = new ArrayList<>();
        List<Constant> constants = new ArrayList<>();
        List<Service> resolvedServices = new ArrayList<>();
        for (DefinitionSyntax definition : file.syntax().definitions()) {
            if (duplicates.isRepeated(definition)) {
                continue;
            }
            if (definition instanceof DefinitionSyntax.Struct struct) {
                structs.add(struct(struct, file));
            } else if (definition instanceof DefinitionSyntax.Enumeration enumeration) {
                enumerations.add(enumeration(enumeration, file));
            } else if (definition instanceof DefinitionSyntax.Constant constant) {
                constant(constant, file, constants);
            } else if (definition instanceof DefinitionSyntax.Service service) {
                resolvedServices.add(services.resolve(service, file));
            } else if (definition instanceof DefinitionSyntax.Typedef typedef) {
                typedef(typedef, file, typedefs);
            }
        }
        return new Document(file.name(), file.stem(), javaPackage(file), file.isGenerated(), namespaces(file),
                file.includedFiles(), typedefs, structs, enumerations, constants, resolvedServices);
    }

    private void checkApacheRules(SourceFile file) {
        if (rules.apply()) {
            new ApacheOrder(file, rules).check();
            if (file.isGenerated()) {
                new ApacheNames(rules).check(file);
            }
        }
    }

    private void checkNames(SourceFile file) {
        Map<String, DefinitionSyntax> seen = new HashMap<>();
        for (DefinitionSyntax definition : file.syntax().definitions()) {
            String name = definition.name().text();
            if (TypeResolver.BASE_TYPES.containsKey(name) || TAKEN.contains(name)) {
                diagnostics.error(definition.name().location(), "name: " + name + " (expected: no word of the language)");
            }
            String space = definition instanceof DefinitionSyntax.Constant ? "const " : "";
            DefinitionSyntax before = seen.putIfAbsent(space + name, definition);
            if (before != null) {
                diagnostics.error(definition.name().location(), "'" + name + "' is already defined as " + before.shown() + " ("
                        + before.name().location() + ")");
            }
        }
    }

    private Struct struct(DefinitionSyntax.Struct struct, SourceFile file) {
        Type.Declared type = Objects.requireNonNull(TypeResolver.declared(new Names.Found(file, struct)), struct::shown);
        Location location = struct.name().location();
        List<Field> fields = members.fields(struct.fields(), "field", file, struct.shown());
        boolean union = type.kind() == Type.Kind.UNION;
        return new Struct(type, union ? unions.members(fields, struct.shown()) : presence.ofFields(fields, struct, file),
                MemberResolver.annotations(struct.annotations()), struct.comment(), location);
    }

    private Enumeration enumeration(DefinitionSyntax.Enumeration enumeration, SourceFile file) {
        Type.Declared type = new Type.Declared(Type.Kind.ENUM, file.name(), enumeration.name().text());
        return new Enumeration(type, members.members(enumeration), MemberResolver.annotations(enumeration.annotations()),
                enumeration.comment(), enumeration.name().location());
    }

    private void constant(DefinitionSyntax.Constant constant, SourceFile file, List<Constant> constants) {
        TypeUse use = types.use(constant.type(), file, constant.shown());
        Value value = values.constant(constant, file);
        if (use != null && value != null) {
            constants.add(new Constant(constant.name().text(), use, value, MemberResolver.annotations(constant.annotations()),
                    constant.comment(), constant.name().location()));
        }
    }

    private void typedef(DefinitionSyntax.Typedef typedef, SourceFile file, List<Typedef> typedefs) {
        types.typedef(typedef, file, typedef.name().location(), typedef.shown());
        TypeUse use = types.use(typedef.type(), file, typedef.shown());
        if (use != null) {
            typedefs.add(new Typedef(new Typedef.Name(file.name(), typedef.name().text()), use,
                    MemberResolver.annotations(typedef.annotations()), typedef.comment(), typedef.name().location()));
        }
    }

    private static Map<String, Namespace> namespaces(SourceFile file) {
        Map<String, Namespace> namespaces = new LinkedHashMap<>();
        file.syntax().namespaces().forEach((language, namespace) -> namespaces.put(language,
                new Namespace(namespace.value().text(), MemberResolver.annotations(namespace.annotations()))));
        return namespaces;
    }

    static String javaPackage(SourceFile file) {
        Map<String, NamespaceSyntax> namespaces = file.syntax().namespaces();
        NamespaceSyntax namespace = namespaces.getOrDefault("java", namespaces.get("*"));
        return namespace == null ? file.stem() : namespace.value().text();
    }
}
