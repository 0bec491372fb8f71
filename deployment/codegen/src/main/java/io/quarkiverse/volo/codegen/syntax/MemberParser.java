package io.quarkiverse.volo.codegen.syntax;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Reads what stands inside definitions: fields, members of enums, methods. */
final class MemberParser {

    private final TokenStream tokens;
    private final Diagnostics diagnostics;
    private final Nesting nesting = new Nesting();
    private final ValueParser values;
    private final TypeParser types;

    MemberParser(TokenStream tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        this.values = new ValueParser(tokens, nesting);
        this.types = new TypeParser(tokens, values, nesting, diagnostics);
    }

    ValueSyntax value() throws SyntaxException {
        return values.value();
    }

    TypeSyntax type() throws SyntaxException {
        return types.type();
    }

    List<Annotation> annotations() throws SyntaxException {
        return values.annotations();
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
        skipXsd();
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

    /** What once told a generator of XML schemas something, and means nothing today. */
    private void skipXsd() throws SyntaxException {
        tokens.takeIf("xsd_optional");
        tokens.takeIf("xsd_nillable");
        Location location = tokens.location();
        if (tokens.takeIf("xsd_attrs")) {
            nesting.enter(location);
            fields("{", "}");
            nesting.leave();
        }
    }

    List<DefinitionSyntax.EnumMember> enumMembers() throws SyntaxException {
        tokens.expect("{");
        List<DefinitionSyntax.EnumMember> members = new ArrayList<>();
        while (!tokens.takeIf("}")) {
            members.add(enumMember());
        }
        return List.copyOf(members);
    }

    private DefinitionSyntax.EnumMember enumMember() throws SyntaxException {
        Token first = tokens.peek();
        // Apache's compiler takes dots where a number follows.
        boolean numbered = tokens.peekBehind(1).is("=");
        String what = "the name of a member or '}'";
        Identifier name = numbered ? tokens.dottedName(what) : tokens.name(what);
        Long number = tokens.takeIf("=") ? (Long) values.integer() : null;
        List<Annotation> annotations = values.annotations();
        tokens.takeSeparator();
        return new DefinitionSyntax.EnumMember(name, number, annotations, tokens.comment(first));
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
        boolean oneway = oneway();
        TypeSyntax result = result();
        Identifier name = tokens.name("the name of a method");
        List<FieldSyntax> arguments = fields("(", ")");
        List<FieldSyntax> exceptions = tokens.takeIf("throws") ? fields("(", ")") : List.of();
        List<Annotation> annotations = values.annotations();
        tokens.takeSeparator();
        return new MethodSyntax(name, oneway, result, arguments, exceptions, annotations, tokens.comment(first));
    }

    /** A type may have the name of this word: then the method's name and its arguments follow. */
    private boolean oneway() {
        if (tokens.peekBehind(2).is("(")) {
            return false;
        }
        Location location = tokens.location();
        boolean async = tokens.takeIf("async");
        if (async) {
            diagnostics.warning(location, "async is the old word for oneway (expected: oneway)", "");
        }
        return async || tokens.takeIf("oneway");
    }

    private @Nullable TypeSyntax result() throws SyntaxException {
        return tokens.takeIf("void") ? null : type();
    }
}
