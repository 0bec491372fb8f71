package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.Identifier;

/** Reads IDL files and finds out what they mean. */
public final class Resolver {

    private static final Set<String> TAKEN = Set.of("void", "list", "set", "map");

    private final List<SourceFile> files;
    private final TypeResolver types;
    private final ValueResolver values;
    private final MemberResolver members;
    private final ServiceResolver services;
    private final Diagnostics diagnostics;

    private Resolver(List<SourceFile> files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
        Names names = new Names(files, diagnostics);
        this.types = new TypeResolver(names, diagnostics);
        this.values = new ValueResolver(names, types, new EnumNumbers(files), diagnostics);
        this.members = new MemberResolver(types, values, diagnostics);
        this.services = new ServiceResolver(names, types, members, diagnostics);
    }

    /**
     * Reads the files and all that they include.
     *
     * @param diagnostics takes every error; with errors the result is incomplete and fit for nothing but finding more errors
     */
    public static Program resolve(Sources sources, Diagnostics diagnostics) {
        List<SourceFile> files = new SourceLoader(sources, diagnostics).load();
        return new Resolver(files, diagnostics).program();
    }

    private Program program() {
        List<Document> documents = files.stream().map(this::document).toList();
        Program program = new Program(documents);
        if (!diagnostics.hasErrors()) {
            new DefaultCycles(program, diagnostics).check();
        }
        return program;
    }

    private Document document(SourceFile file) {
        checkNames(file);
        List<Struct> structs = new ArrayList<>();
        List<Enumeration> enumerations = new ArrayList<>();
        List<Constant> constants = new ArrayList<>();
        List<Service> resolvedServices = new ArrayList<>();
        for (DefinitionSyntax definition : file.syntax().definitions()) {
            if (definition instanceof DefinitionSyntax.Struct struct) {
                structs.add(struct(struct, file));
            } else if (definition instanceof DefinitionSyntax.Enumeration enumeration) {
                enumerations.add(enumeration(enumeration, file));
            } else if (definition instanceof DefinitionSyntax.Constant constant) {
                constant(constant, file, constants);
            } else if (definition instanceof DefinitionSyntax.Service service) {
                resolvedServices.add(services.resolve(service, file));
            } else if (definition instanceof DefinitionSyntax.Typedef typedef) {
                types.typedef(typedef, file, typedef.name().location(), typedef.shown());
            }
        }
        return new Document(file.name(), file.stem(), javaPackage(file), file.isGenerated(), structs, enumerations, constants,
                resolvedServices);
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
        Type.Declared type = TypeResolver.declared(new Names.Found(file, struct));
        Location location = struct.name().location();
        if (type == null || type.kind() == Type.Kind.UNION) {
            diagnostics.error(location, "unions are not supported yet", struct.shown());
            type = new Type.Declared(Type.Kind.UNION, file.name(), struct.name().text());
        }
        return new Struct(type, members.fields(struct.fields(), "field", file, struct.shown()),
                MemberResolver.annotations(struct.annotations()), struct.comment(), location);
    }

    private Enumeration enumeration(DefinitionSyntax.Enumeration enumeration, SourceFile file) {
        Type.Declared type = new Type.Declared(Type.Kind.ENUM, file.name(), enumeration.name().text());
        return new Enumeration(type, members.members(enumeration), MemberResolver.annotations(enumeration.annotations()),
                enumeration.comment(), enumeration.name().location());
    }

    private void constant(DefinitionSyntax.Constant constant, SourceFile file, List<Constant> constants) {
        Type type = types.resolve(constant.type(), file, constant.shown());
        Value value = values.constant(constant, file);
        if (type != null && value != null) {
            constants.add(new Constant(constant.name().text(), type, value, constant.comment(), constant.name().location()));
        }
    }

    private static String javaPackage(SourceFile file) {
        Map<String, Identifier> namespaces = file.syntax().namespaces();
        Identifier namespace = namespaces.getOrDefault("java", namespaces.get("*"));
        return namespace == null ? file.stem() : namespace.text();
    }
}
