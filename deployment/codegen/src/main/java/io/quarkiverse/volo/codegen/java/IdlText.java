package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Annotations;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.Requiredness;

/**
 * What a file means, written as IDL again, in the one spelling that the runtime's descriptors are read from: typedefs have
 * been followed, constants replaced by their values, and types of other files are named with an alias of that file. What a
 * struct, a file or the configuration says of the presence of fields stands behind each field.
 */
final class IdlText {

    private static final String PRESENCE = "volo.presence";
    private static final String EXPLICIT = "explicit";

    private final Document document;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> aliases = new TreeMap<>();

    IdlText(Document document) {
        this.document = document;
        document.structs().forEach(this::struct);
        document.enumerations().forEach(this::enumeration);
        document.services().forEach(this::service);
    }

    /** The aliases of other files that the text uses, and those files, in the order of the aliases. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        aliases.forEach((file, alias) -> files.put(alias, file));
        return files;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void struct(Struct struct) {
        comment("", struct.comment());
        text.append(struct.type().kind().name().toLowerCase(Locale.ROOT)).append(' ').append(struct.type().name());
        annotations(struct.annotations());
        text.append(" {\n");
        for (Field field : struct.fields()) {
            comment("  ", field.comment());
            text.append("  ");
            field(field);
            text.append('\n');
        }
        text.append("}\n");
    }

    private void enumeration(Enumeration enumeration) {
        comment("", enumeration.comment());
        text.append("enum ").append(enumeration.type().name());
        annotations(enumeration.annotations());
        text.append(" {\n");
        for (Enumeration.Member member : enumeration.members()) {
            comment("  ", member.comment());
            text.append("  ").append(member.name()).append(" = ").append(member.number());
            annotations(member.annotations());
            text.append('\n');
        }
        text.append("}\n");
    }

    private void service(Service service) {
        comment("", service.comment());
        text.append("service ").append(service.name().name());
        Service.Name base = service.base();
        if (base != null) {
            text.append(" extends ").append(reference(base.file(), base.name()));
        }
        annotations(service.annotations());
        text.append(" {\n");
        service.methods().forEach(this::method);
        text.append("}\n");
    }

    private void method(Method method) {
        comment("  ", method.comment());
        Type result = method.result();
        text.append("  ").append(method.oneway() ? "oneway " : "").append(result == null ? "void" : type(result)).append(' ')
                .append(method.name());
        fields(method.arguments());
        if (!method.exceptions().isEmpty()) {
            text.append(" throws ");
            fields(method.exceptions());
        }
        annotations(method.annotations());
        text.append('\n');
    }

    private void fields(List<Field> fields) {
        text.append('(');
        String separator = "";
        for (Field field : fields) {
            text.append(separator);
            if (!field.comment().isEmpty()) {
                text.append('\n');
                comment("    ", field.comment());
                text.append("    ");
            } else if (!separator.isEmpty()) {
                text.append(' ');
            }
            field(field);
            separator = ",";
        }
        text.append(')');
    }

    private void field(Field field) {
        text.append(field.id()).append(": ");
        if (field.requiredness() != Requiredness.DEFAULT) {
            text.append(field.requiredness().name().toLowerCase(Locale.ROOT)).append(' ');
        }
        text.append(type(field.type())).append(' ').append(field.name());
        Value value = field.defaultValue();
        if (value != null) {
            text.append(" = ").append(value(value));
        }
        boolean presenceTold = EXPLICIT.equals(field.annotations().get(PRESENCE));
        annotations(field.annotations(),
                field.explicitPresence() && !presenceTold ? List.of(PRESENCE + " = " + quoted(EXPLICIT)) : List.of());
    }

    private void annotations(Annotations annotations) {
        annotations(annotations, List.of());
    }

    private void annotations(Annotations annotations, List<String> more) {
        List<String> all = new ArrayList<>();
        annotations.keySet().forEach(
                name -> annotations.all(name).forEach(value -> all.add(name + " = " + quoted(value))));
        all.addAll(more);
        if (!all.isEmpty()) {
            text.append(" (").append(String.join(", ", all)).append(')');
        }
    }

    private void comment(String indent, String comment) {
        List<String> lines = comment.replace("*/", "* /").lines().map(IdlText::printable).toList();
        if (lines.size() == 1) {
            text.append(indent).append("/** ").append(lines.get(0)).append(" */\n");
        } else if (lines.size() > 1) {
            text.append(indent).append("/**\n");
            lines.forEach(line -> text.append(indent).append((" * " + line).stripTrailing()).append('\n'));
            text.append(indent).append(" */\n");
        }
    }

    /** Tabs and other characters that control printers are of no use to readers of comments. */
    private static String printable(String line) {
        return line.replaceAll("\\p{Cntrl}", " ").stripTrailing();
    }

    private String type(Type type) {
        if (type instanceof Type.ListOf list) {
            return "list<" + type(list.element()) + ">";
        }
        if (type instanceof Type.SetOf set) {
            return "set<" + type(set.element()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return "map<" + type(map.key()) + ", " + type(map.value()) + ">";
        }
        return type instanceof Type.Declared declared ? reference(declared.file(), declared.name()) : type.shown();
    }

    private String reference(String file, String name) {
        return file.equals(document.file()) ? name : aliases.computeIfAbsent(file, this::newAlias) + "." + name;
    }

    private String newAlias(String file) {
        String stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9_]", "_");
        String alias = stem;
        for (int i = 2; aliases.containsValue(alias); i++) {
            alias = stem + "_" + i;
        }
        return alias;
    }

    private String value(Value value) {
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof Value.Int number) {
            return String.valueOf(number.value());
        }
        if (value instanceof Value.Decimal decimal) {
            return String.valueOf(decimal.value());
        }
        if (value instanceof Value.Text string) {
            return quoted(string.value());
        }
        if (value instanceof Value.Uuid uuid) {
            return quoted(uuid.value().toString());
        }
        if (value instanceof Value.Member member) {
            return member.member();
        }
        if (value instanceof Value.Elements elements) {
            return elements.elements().stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Value.Pairs pairs) {
            return pairs.pairs().stream().map(pair -> value(pair.key()) + ": " + value(pair.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return ((Value.StructLiteral) value).fields().stream()
                .map(field -> quoted(field.field()) + ": " + value(field.value())).collect(Collectors.joining(", ", "{", "}"));
    }

    /** In double quotes; no character of it ends a line. */
    private static String quoted(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(Character.isISOControl(character)
                        ? String.format(Locale.ROOT, "\\u%04x", (int) character)
                        : character);
            }
        }
        return quoted.append('"').toString();
    }
}
