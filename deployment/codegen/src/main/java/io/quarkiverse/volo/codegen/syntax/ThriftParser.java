package io.quarkiverse.volo.codegen.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * Reads one IDL file. A definition that cannot be read is reported and left out; reading goes on with the next line that opens
 * a definition, so that one run tells the errors of all of them.
 */
public final class ThriftParser {

    /** How namespaces were declared before there was {@code namespace}. */
    private static final Map<String, String> OLD_NAMESPACES = Map.ofEntries(Map.entry("cpp_namespace", "cpp"),
            Map.entry("java_package", "java"), Map.entry("cocoa_prefix", "cocoa"), Map.entry("csharp_namespace", "csharp"),
            Map.entry("delphi_namespace", "delphi"), Map.entry("php_namespace", "php"), Map.entry("py_module", "py"),
            Map.entry("perl_package", "perl"), Map.entry("ruby_namespace", "rb"),
            Map.entry("smalltalk_category", "smalltalk.category"), Map.entry("smalltalk_prefix", "smalltalk.prefix"),
            Map.entry("xsd_namespace", "xsd"));

    private final String file;
    private final ApacheRules rules;
    private final Diagnostics diagnostics;
    private final TokenStream tokens;

    private final Map<String, NamespaceSyntax> namespaces = new LinkedHashMap<>();
    private final List<Identifier> includes = new ArrayList<>();
    private final List<DefinitionSyntax> definitions = new ArrayList<>();
    private final Set<String> broken = new LinkedHashSet<>();

    private ThriftParser(String file, String text, ApacheRules rules, Diagnostics diagnostics) {
        this.file = file;
        this.rules = rules;
        this.diagnostics = diagnostics;
        this.tokens = new TokenStream(new Lexer(file, text, rules, diagnostics).tokens(), rules);
    }

    /**
     * Reads a file.
     *
     * @param file as messages shall name it
     * @param dialect whose rules it must keep
     * @param diagnostics takes every error; what could be read is returned all the same
     */
    public static FileSyntax parse(String file, String text, Dialect dialect, Diagnostics diagnostics) {
        return new ThriftParser(file, text, new ApacheRules(dialect, diagnostics), diagnostics).parse();
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
        return new FileSyntax(file, Collections.unmodifiableMap(namespaces), List.copyOf(includes), List.copyOf(definitions),
                broken);
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
            case "namespace", "include", "cpp_include" -> header(keyword);
            case "typedef" -> typedef(keyword);
            case "const" -> constant(keyword);
            case "enum", "struct", "union", "exception", "service" -> named(keyword);
            case "senum" -> oldEnum(keyword);
            default -> throw unknown(keyword);
        }
        tokens.refuseSeparators("a separator behind " + keyword.text());
    }

    private static SyntaxException unknown(Token keyword) {
        String language = OLD_NAMESPACES.get(keyword.text());
        return new SyntaxException(keyword.location(), "unexpected " + keyword.shown() + (language == null
                ? " (expected: namespace, include, typedef, const, enum, struct, union, exception or service)"
                : " (expected: namespace " + language + ")"));
    }

    private void header(Token keyword) throws SyntaxException {
        if (!definitions.isEmpty()) {
            rules.refuse(keyword.location(), keyword.text() + " behind a definition");
        }
        switch (keyword.text()) {
            case "namespace" -> namespace();
            case "include" -> include();
            default -> tokens.expect(Token.Kind.STRING, "a path in quotes");
        }
    }

    private void namespace() throws SyntaxException {
        Identifier language = tokens.at("*") ? all(tokens.take()) : tokens.dottedName("a language or '*'");
        Token value = tokens.peek();
        if (value.kind() == Token.Kind.STRING) {
            rules.refuse(value.location(), "a namespace in quotes");
        } else if (value.kind() != Token.Kind.IDENTIFIER) {
            throw tokens.unexpected("a namespace");
        }
        tokens.take();
        Location behind = tokens.location();
        List<Annotation> annotations = new MemberParser(tokens, diagnostics).annotations();
        if (language.text().equals("*") && !annotations.isEmpty()) {
            rules.refuse(behind, "annotations of the namespace for '*'");
        }
        NamespaceSyntax before = namespaces.put(language.text(),
                new NamespaceSyntax(new Identifier(value.text(), value.location()), annotations));
        if (before != null) {
            diagnostics.warning(value.location(), "namespace for '" + language.text() + "' was '" + before.value().text()
                    + "' before (" + before.value().location() + "); this one counts", "");
        }
    }

    private static Identifier all(Token star) {
        return new Identifier(star.text(), star.location());
    }

    private void include() throws SyntaxException {
        Token path = tokens.expect(Token.Kind.STRING, "a path in quotes");
        includes.add(new Identifier(path.text(), path.location()));
    }

    /** An enum of strings; it never was more than a string. */
    private void oldEnum(Token keyword) throws SyntaxException {
        diagnostics.warning(keyword.location(), "senum is an old word for a typedef of string (expected: enum or typedef)", "");
        rules.refuse(keyword.location(), "senum");
        Identifier name = tokens.definitionName("the name of the senum");
        try {
            tokens.expect("{");
            while (!tokens.takeIf("}")) {
                tokens.expect(Token.Kind.STRING, "a string or '}'");
                tokens.takeSeparator();
            }
            TypeSyntax type = new TypeSyntax.Named("string", List.of(), keyword.location());
            List<Annotation> annotations = new MemberParser(tokens, diagnostics).annotations();
            definitions.add(new DefinitionSyntax.Typedef(name, type, annotations, keyword.leading()));
        } catch (SyntaxException error) {
            throw inside(name, error);
        }
    }

    private void typedef(Token keyword) throws SyntaxException {
        MemberParser members = new MemberParser(tokens, diagnostics);
        TypeSyntax type = members.type();
        Identifier name = tokens.definitionName("the name of the type");
        List<Annotation> annotations = members.annotations();
        tokens.takeSeparator();
        definitions.add(new DefinitionSyntax.Typedef(name, type, annotations, tokens.comment(keyword)));
    }

    private void constant(Token keyword) throws SyntaxException {
        MemberParser members = new MemberParser(tokens, diagnostics);
        TypeSyntax type = members.type();
        Identifier name = tokens.definitionName("the name of the constant");
        try {
            tokens.expect("=");
            ValueSyntax value = members.value();
            Location behind = tokens.location();
            List<Annotation> annotations = members.annotations();
            if (!annotations.isEmpty()) {
                rules.refuse(behind, "annotations of a constant", "const " + name.text());
            }
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
        MemberParser members = new MemberParser(tokens, diagnostics);
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
                skipXsdAll(keyword);
                List<FieldSyntax> fields = members.fields("{", "}");
                return new DefinitionSyntax.Struct(keyword.text(), name, fields, members.annotations(), comment);
            }
        }
    }

    /** Once told a generator of XML schemas something, and means nothing today. */
    private void skipXsdAll(Token keyword) {
        Location location = tokens.location();
        if (tokens.takeIf("xsd_all") && keyword.is("exception")) {
            rules.refuse(location, "xsd_all of an exception");
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
