package io.quarkiverse.volo.codegen.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;

/**
 * Reads one IDL file. A definition that cannot be read is reported and left out; reading goes on with the next line that opens
 * a definition, so that one run tells the errors of all of them.
 */
public final class ThriftParser {

    private final String file;
    private final Diagnostics diagnostics;
    private final TokenStream tokens;

    private final Map<String, Identifier> namespaces = new LinkedHashMap<>();
    private final List<Identifier> includes = new ArrayList<>();
    private final List<DefinitionSyntax> definitions = new ArrayList<>();
    private final Set<String> broken = new LinkedHashSet<>();

    private ThriftParser(String file, String text, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.tokens = new TokenStream(new Lexer(file, text, diagnostics).tokens());
    }

    /**
     * Reads a file.
     *
     * @param file as messages shall name it
     * @param diagnostics takes every error; what could be read is returned all the same
     */
    public static FileSyntax parse(String file, String text, Diagnostics diagnostics) {
        return new ThriftParser(file, text, diagnostics).parse();
    }

    private FileSyntax parse() {
        while (!tokens.atEnd()) {
            Token start = tokens.peek();
            try {
                statement();
            } catch (SyntaxException error) {
                diagnostics.error(error.location(), error.problem());
                recover(start);
            }
        }
        return new FileSyntax(file, Map.copyOf(namespaces), List.copyOf(includes), List.copyOf(definitions), broken);
    }

    private void recover(Token start) {
        if (tokens.peek().equals(start)) {
            tokens.take();
        }
        tokens.skipToDefinition();
    }

    private void statement() throws SyntaxException {
        Token keyword = tokens.expect(Token.Kind.IDENTIFIER, "a definition");
        switch (keyword.text()) {
            case "namespace" -> namespace();
            case "include" -> include();
            case "cpp_include" -> tokens.expect(Token.Kind.STRING, "a path in quotes");
            case "typedef" -> typedef(keyword);
            case "const" -> constant(keyword);
            case "enum", "struct", "union", "exception", "service" -> named(keyword);
            case "senum" -> throw new SyntaxException(keyword.location(), "senum is not supported (expected: enum)");
            default -> throw new SyntaxException(keyword.location(), "unexpected " + keyword.shown()
                    + " (expected: namespace, include, typedef, const, enum, struct, union, exception or service)");
        }
        tokens.takeSeparator();
    }

    private void namespace() throws SyntaxException {
        Token language = tokens.at("*") ? tokens.take() : tokens.expect(Token.Kind.IDENTIFIER, "a language or '*'");
        Token value = tokens.peek();
        if (value.kind() != Token.Kind.IDENTIFIER && value.kind() != Token.Kind.STRING) {
            throw tokens.unexpected("a namespace");
        }
        tokens.take();
        new MemberParser(tokens).annotations();
        Identifier before = namespaces.putIfAbsent(language.text(), new Identifier(value.text(), value.location()));
        if (before != null) {
            diagnostics.error(value.location(), "namespace for '" + language.text() + "' is already set to '" + before.text()
                    + "' (" + before.location() + ")");
        }
    }

    private void include() throws SyntaxException {
        Token path = tokens.expect(Token.Kind.STRING, "a path in quotes");
        includes.add(new Identifier(path.text(), path.location()));
    }

    private void typedef(Token keyword) throws SyntaxException {
        MemberParser members = new MemberParser(tokens);
        TypeSyntax type = members.type();
        Identifier name = tokens.definitionName("the name of the type");
        List<Annotation> annotations = members.annotations();
        tokens.takeSeparator();
        definitions.add(new DefinitionSyntax.Typedef(name, type, annotations, tokens.comment(keyword)));
    }

    private void constant(Token keyword) throws SyntaxException {
        MemberParser members = new MemberParser(tokens);
        TypeSyntax type = members.type();
        Identifier name = tokens.definitionName("the name of the constant");
        try {
            tokens.expect("=");
            ValueSyntax value = members.value();
            List<Annotation> annotations = members.annotations();
            tokens.takeSeparator();
            definitions.add(new DefinitionSyntax.Constant(name, type, value, annotations, tokens.comment(keyword)));
        } catch (SyntaxException error) {
            throw inside(name, error);
        }
    }

    private void named(Token keyword) throws SyntaxException {
        Identifier name = tokens.definitionName("the name of the " + keyword.text());
        try {
            definitions.add(definition(keyword, name));
        } catch (SyntaxException error) {
            throw inside(name, error);
        }
    }

    private DefinitionSyntax definition(Token keyword, Identifier name) throws SyntaxException {
        MemberParser members = new MemberParser(tokens);
        String comment = keyword.leading();
        switch (keyword.text()) {
            case "enum" -> {
                List<DefinitionSyntax.EnumMember> enumMembers = members.enumMembers();
                return new DefinitionSyntax.Enumeration(name, enumMembers, members.annotations(), comment);
            }
            case "service" -> {
                Identifier base = tokens.takeIf("extends") ? qualified() : null;
                List<MethodSyntax> methods = members.methods();
                return new DefinitionSyntax.Service(name, base, methods, members.annotations(), comment);
            }
            default -> {
                List<FieldSyntax> fields = members.fields("{", "}");
                return new DefinitionSyntax.Struct(keyword.text(), name, fields, members.annotations(), comment);
            }
        }
    }

    private Identifier qualified() throws SyntaxException {
        Token token = tokens.expect(Token.Kind.IDENTIFIER, "the name of a service");
        return new Identifier(token.text(), token.location());
    }

    /** Remembers the name, so that uses of it are not reported as well. */
    private SyntaxException inside(Identifier name, SyntaxException error) {
        broken.add(name.text());
        return error;
    }
}
