package io.quarkiverse.volo.thrift.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.quarkiverse.volo.thrift.descriptor.IdlTokens.Kind;

/**
 * Reads the description that the compiler writes of a file: IDL of one spelling, where typedefs have been followed, constants
 * replaced by their values, and types of other files are named with that file's alias.
 */
final class IdlParser {

    private final IdlTokens tokens;
    private final IdlFile file;
    private final IdlContents contents = new IdlContents();

    private IdlParser(String text, IdlFile file) {
        this.tokens = new IdlTokens(text);
        this.file = file;
    }

    static IdlContents parse(String text, IdlFile file) {
        IdlParser parser = new IdlParser(text, file);
        while (!parser.tokens.is(Kind.END)) {
            parser.definition();
        }
        return parser.contents;
    }

    private void definition() {
        String comment = comment();
        String kind = word();
        String name = word();
        switch (kind) {
            case "struct", "union", "exception" ->
                contents.add(struct(StructDescriptor.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), name, comment));
            case "enum" -> contents.add(enumeration(name, comment));
            case "service" -> contents.add(service(name, comment));
            default -> throw tokens.unexpected("struct, union, exception, enum or service");
        }
    }

    private StructDescriptor struct(StructDescriptor.Kind kind, String name, String comment) {
        Annotations annotations = annotations();
        tokens.expectSymbol("{");
        return new StructDescriptor(kind, name, fields("}"), annotations, comment);
    }

    private List<FieldDescriptor> fields(String end) {
        List<FieldDescriptor> fields = new ArrayList<>();
        while (!tokens.acceptSymbol(end)) {
            fields.add(field(fields.size()));
            tokens.acceptSymbol(",");
        }
        return fields;
    }

    private FieldDescriptor field(int index) {
        String comment = comment();
        int id = Integer.parseInt(word());
        tokens.expectSymbol(":");
        Requiredness requiredness = requiredness();
        TypeDescriptor type = type();
        String name = word();
        IdlValue written = tokens.acceptSymbol("=") ? value() : null;
        return new FieldDescriptor(index, id, requiredness, type, name, written, annotations(), comment);
    }

    private Requiredness requiredness() {
        if (tokens.accept(Kind.WORD, "required")) {
            return Requiredness.REQUIRED;
        }
        return tokens.accept(Kind.WORD, "optional") ? Requiredness.OPTIONAL : Requiredness.DEFAULT;
    }

    private EnumDescriptor enumeration(String name, String comment) {
        Annotations annotations = annotations();
        List<EnumDescriptor.Member> members = new ArrayList<>();
        tokens.expectSymbol("{");
        while (!tokens.acceptSymbol("}")) {
            String memberComment = comment();
            String member = word();
            tokens.expectSymbol("=");
            int number = Integer.parseInt(word());
            members.add(new EnumDescriptor.Member(member, number, annotations(), memberComment));
        }
        return new EnumDescriptor(name, members, annotations, comment);
    }

    private ServiceDescriptor service(String name, String comment) {
        Supplier<ServiceDescriptor> base = tokens.accept(Kind.WORD, "extends") ? service(word()) : null;
        Annotations annotations = annotations();
        List<MethodDescriptor> methods = new ArrayList<>();
        tokens.expectSymbol("{");
        while (!tokens.acceptSymbol("}")) {
            methods.add(method(name));
        }
        return new ServiceDescriptor(name, base, methods, annotations, comment);
    }

    private Supplier<ServiceDescriptor> service(String reference) {
        return () -> file.referredService(reference);
    }

    private MethodDescriptor method(String service) {
        String comment = comment();
        boolean oneway = tokens.accept(Kind.WORD, "oneway");
        TypeDescriptor result = tokens.accept(Kind.WORD, "void") ? null : type();
        String name = word();
        tokens.expectSymbol("(");
        StructDescriptor arguments = new StructDescriptor(StructDescriptor.Kind.ARGUMENTS, service + "." + name, fields(")"),
                Annotations.NONE, "");
        List<FieldDescriptor> exceptions = List.of();
        if (tokens.accept(Kind.WORD, "throws")) {
            tokens.expectSymbol("(");
            exceptions = fields(")");
        }
        return new MethodDescriptor(service, name, oneway, result, arguments, exceptions, annotations(), comment);
    }

    private TypeDescriptor type() {
        String name = word();
        if (!tokens.acceptSymbol("<")) {
            return named(name);
        }
        TypeDescriptor first = type();
        TypeDescriptor type;
        if (name.equals("map")) {
            tokens.expectSymbol(",");
            type = new TypeDescriptor.MapOf(first, type());
        } else {
            type = name.equals("set") ? new TypeDescriptor.SetOf(first) : new TypeDescriptor.ListOf(first);
        }
        tokens.expectSymbol(">");
        return type;
    }

    private TypeDescriptor named(String name) {
        for (TypeDescriptor.Base base : TypeDescriptor.Base.values()) {
            if (base.shown().equals(name)) {
                return base;
            }
        }
        return new TypeDescriptor.Defined(name, () -> file.referredType(name));
    }

    private IdlValue value() {
        if (tokens.is(Kind.TEXT)) {
            return new IdlValue.Text(tokens.take(Kind.TEXT));
        }
        if (tokens.acceptSymbol("[")) {
            List<IdlValue> elements = new ArrayList<>();
            while (!tokens.acceptSymbol("]")) {
                elements.add(value());
                tokens.acceptSymbol(",");
            }
            return new IdlValue.Elements(elements);
        }
        return tokens.acceptSymbol("{") ? pairs() : new IdlValue.Word(word());
    }

    private IdlValue pairs() {
        List<Map.Entry<IdlValue, IdlValue>> pairs = new ArrayList<>();
        while (!tokens.acceptSymbol("}")) {
            IdlValue key = value();
            tokens.expectSymbol(":");
            pairs.add(Map.entry(key, value()));
            tokens.acceptSymbol(",");
        }
        return new IdlValue.Pairs(pairs);
    }

    private Annotations annotations() {
        if (!tokens.acceptSymbol("(")) {
            return Annotations.NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        while (!tokens.acceptSymbol(")")) {
            String name = word();
            tokens.expectSymbol("=");
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(tokens.take(Kind.TEXT));
            tokens.acceptSymbol(",");
        }
        return new Annotations(values);
    }

    private String comment() {
        return tokens.is(Kind.COMMENT) ? tokens.take(Kind.COMMENT) : "";
    }

    private String word() {
        return tokens.take(Kind.WORD);
    }
}
