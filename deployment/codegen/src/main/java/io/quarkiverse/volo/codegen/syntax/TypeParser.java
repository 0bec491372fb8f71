package io.quarkiverse.volo.codegen.syntax;

import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Reads types. */
final class TypeParser {

    /** The types that have no definition. */
    static final Set<String> BASE_TYPES = Set.of("bool", "byte", "i8", "i16", "i32", "i64", "double", "string", "binary",
            "uuid", "slist");

    private final TokenStream tokens;
    private final ValueParser values;
    private final Nesting nesting;
    private final Diagnostics diagnostics;

    TypeParser(TokenStream tokens, ValueParser values, Nesting nesting, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.values = values;
        this.nesting = nesting;
        this.diagnostics = diagnostics;
    }

    TypeSyntax type() throws SyntaxException {
        Token name = tokens.expect(Token.Kind.IDENTIFIER, "a type");
        nesting.enter(name.location());
        try {
            return type(name);
        } finally {
            nesting.leave();
        }
    }

    private TypeSyntax type(Token name) throws SyntaxException {
        // C++'s container may be chosen before or, for lists, behind: list cpp_type "..." <i32>
        Location cppType = tokens.location();
        boolean chosenBefore = skipCppType();
        if (!tokens.at("<")) {
            return named(name);
        }
        return switch (name.text()) {
            case "list" -> {
                if (chosenBefore) {
                    tokens.rules().refuse(cppType, "cpp_type before the element of a list");
                }
                yield list(name);
            }
            case "set" -> {
                TypeSyntax element = element();
                yield new TypeSyntax.SetOf(element, values.annotations(), name.location());
            }
            case "map" -> map(name);
            default -> throw new SyntaxException(name.location(),
                    "'" + name.text() + "' takes no type arguments (expected: list, set or map)");
        };
    }

    private boolean skipCppType() throws SyntaxException {
        boolean written = tokens.takeIf("cpp_type");
        if (written) {
            tokens.expect(Token.Kind.STRING, "a string");
        }
        return written;
    }

    private TypeSyntax named(Token name) throws SyntaxException {
        if (name.is("list") || name.is("set") || name.is("map")) {
            String types = name.is("map") ? "<key, value>" : "<type>";
            throw new SyntaxException(name.location(),
                    name.text() + " without the types in it (expected: " + name.text() + types + ")");
        }
        if (name.is("slist")) {
            diagnostics.warning(name.location(), "slist is an old word for string (expected: string)", "");
            tokens.rules().refuse(name.location(), "slist");
        }
        Location behind = tokens.location();
        List<Annotation> annotations = values.annotations();
        if (!annotations.isEmpty() && !BASE_TYPES.contains(name.text())) {
            tokens.rules().refuse(behind, "annotations behind the name of a type");
        }
        return new TypeSyntax.Named(name.text(), annotations, name.location());
    }

    private TypeSyntax list(Token name) throws SyntaxException {
        TypeSyntax element = element();
        skipCppType();
        return new TypeSyntax.ListOf(element, values.annotations(), name.location());
    }

    private TypeSyntax element() throws SyntaxException {
        tokens.expect("<");
        TypeSyntax element = type();
        tokens.expect(">");
        return element;
    }

    private TypeSyntax map(Token name) throws SyntaxException {
        tokens.expect("<");
        TypeSyntax key = type();
        tokens.expect(",");
        TypeSyntax value = type();
        tokens.expect(">");
        return new TypeSyntax.MapOf(key, value, values.annotations(), name.location());
    }
}
