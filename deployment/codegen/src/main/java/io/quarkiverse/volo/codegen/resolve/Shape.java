package io.quarkiverse.volo.codegen.resolve;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;

/** What of a definition reaches Java and messages, as text: definitions with the same text may stand for each other. */
final class Shape {

    private Shape() {
    }

    static String of(Struct struct) {
        return struct.type().kind() + fields(struct.fields());
    }

    static String of(Enumeration enumeration) {
        return enumeration.members().stream().map(member -> member.name() + "=" + member.number())
                .collect(Collectors.joining(",", "enum ", ""));
    }

    static String of(Service service) {
        return service.methods().stream()
                .map(method -> method.oneway() + " " + method.result() + " " + method.name() + fields(method.arguments())
                        + fields(method.exceptions()))
                .collect(Collectors.joining(";", "service " + service.base() + " ", ""));
    }

    static String of(Constant constant) {
        return constant.type() + "=" + constant.value();
    }

    private static String fields(List<Field> fields) {
        return fields.stream().map(Shape::field).collect(Collectors.joining(",", "(", ")"));
    }

    private static String field(Field field) {
        return field.id() + ":" + field.requiredness() + " " + field.type() + " " + field.name() + "="
                + Objects.toString(field.defaultValue());
    }
}
