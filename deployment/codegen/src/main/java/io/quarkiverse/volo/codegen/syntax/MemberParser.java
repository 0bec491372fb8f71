package io.quarkiverse.volo.codegen.syntax;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Reads what stands inside definitions: types, fields, members of enums, methods. */
final class MemberParser {

    private final TokenStream tokens;
    private final Nesting nesting = new Nesting();
    private final ValueParser values;

    MemberParser(TokenStream tokens) {
        this.tokens = tokens;
        this.values = new ValueParser(tokens, nesting);
    }

    ValueSyntax value() throws SyntaxException {
        return values.value();
    }

    List<Annotation> annotations() throws SyntaxException {
        return values.annotations();
    }

    TypeSyntax type() throws SyntaxException {
        Token name = tokens.expect(Token.Kind.IDENTIFIER, "a type");
        nesting.enter(name.location());
        try {
            TypeSyntax type = type(name);
            values.annotations();
            return type;
        } finally {
            nesting.leave();
        }
    }

    private TypeSyntax type(Token name) throws SyntaxException {
        Location location = name.location();
        // An old way to choose a C++ container: list cpp_type "..." <i32>
        if (tokens.takeIf("cpp_type")) {
            tokens.expect(Token.Kind.STRING, "a string");
        }
        if (!tokens.at("<")) {
            return new TypeSyntax.Named(name.text(), location);
        }
        switch (name.text()) {
            case "list", "set" -> {
                TypeSyntax element = elementType();
                tokens.expect(">");
                return name.is("list") ? new TypeSyntax.ListOf(element, location) : new TypeSyntax.SetOf(element, location);
            }
            case "map" -> {
                TypeSyntax key = elementType();
                tokens.expect(",");
                TypeSyntax value = type();
                tokens.expect(">");
                return new TypeSyntax.MapOf(key, value, location);
            }
            default -> throw new SyntaxException(location,
                    "'" + name.text() + "' takes no type arguments (expected: list, set or map)");
        }
    }

    private TypeSyntax elementType() throws SyntaxException {
        tokens.expect("<");
        return type();
    }

    List<FieldSyntax> fields(String open, String close) throws SyntaxException {
        tokens.expect(open);
        List<FieldSyntax> fields = new ArrayList<>();
        while (!tokens.takeIf(close)) {
            fields.add(field(close));
        }
        return List.copyOf(fields);
    }

    private FieldSyntax field(String close) throws SyntaxException {
        Token first = tokens.peek();
        if (first.kind() != Token.Kind.INTEGER && first.kind() != Token.Kind.IDENTIFIER) {
            throw tokens.unexpected("a field or '" + close + "'");
        }
        Long id = null;
        if (first.kind() == Token.Kind.INTEGER) {
            id = values.integer();
            tokens.expect(":");
        }
        Requiredness requiredness = requiredness();
        TypeSyntax type = type();
        // Marks a recursive field for C++; every reference is one in Java.
        tokens.takeIf("&");
        Identifier name = tokens.name("the name of a field");
        ValueSyntax defaultValue = tokens.takeIf("=") ? values.value() : null;
        List<Annotation> annotations = values.annotations();
        tokens.takeSeparator();
        return new FieldSyntax(first.location(), name, id, requiredness, type, defaultValue, annotations,
                tokens.comment(first));
    }

    private Requiredness requiredness() {
        if (tokens.takeIf("required")) {
            return Requiredness.REQUIRED;
        }
        return tokens.takeIf("optional") ? Requiredness.OPTIONAL : Requiredness.DEFAULT;
    }

    List<DefinitionSyntax.EnumMember> enumMembers() throws SyntaxException {
        tokens.expect("{");
        List<DefinitionSyntax.EnumMember> members = new ArrayList<>();
        while (!tokens.takeIf("}")) {
            Token first = tokens.peek();
            Identifier name = tokens.name("the name of a member or '}'");
            Long number = tokens.takeIf("=") ? (Long) values.integer() : null;
            List<Annotation> annotations = values.annotations();
            tokens.takeSeparator();
            members.add(new DefinitionSyntax.EnumMember(name, number, annotations, tokens.comment(first)));
        }
        return List.copyOf(members);
    }

    List<MethodSyntax> methods() throws SyntaxException {
        tokens.expect("{");
        List<MethodSyntax> methods = new ArrayList<>();
        while (!tokens.takeIf("}")) {
            methods.add(method());
        }
        return List.copyOf(methods);
    }

    private MethodSyntax method() throws SyntaxException {
        Token first = tokens.peek();
        if (first.kind() != Token.Kind.IDENTIFIER) {
            throw tokens.unexpected("a method or '}'");
        }
        boolean oneway = tokens.takeIf("oneway");
        TypeSyntax result = result();
        Identifier name = tokens.name("the name of a method");
        List<FieldSyntax> arguments = fields("(", ")");
        List<FieldSyntax> exceptions = tokens.takeIf("throws") ? fields("(", ")") : List.of();
        List<Annotation> annotations = values.annotations();
        tokens.takeSeparator();
        return new MethodSyntax(name, oneway, result, arguments, exceptions, annotations, tokens.comment(first));
    }

    private @Nullable TypeSyntax result() throws SyntaxException {
        return tokens.takeIf("void") ? null : type();
    }
}
