package io.quarkiverse.volo.codegen;

import java.util.Objects;

import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Values as {@code thrift --gen json} prints them. */
final class ApacheValues {

    private final Program program;

    ApacheValues(Program program) {
        this.program = program;
    }

    Object json(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.value() ? 1 : 0;
        }
        if (value instanceof Value.Int number) {
            return number.value();
        }
        if (value instanceof Value.Decimal decimal) {
            return decimal.value();
        }
        if (value instanceof Value.Text text) {
            return text.value();
        }
        if (value instanceof Value.Member member) {
            return number(member);
        }
        if (value instanceof Value.Elements elements) {
            JsonArray array = new JsonArray();
            elements.elements().forEach(element -> array.add(json(element)));
            return array;
        }
        JsonObject object = new JsonObject();
        if (value instanceof Value.Pairs pairs) {
            pairs.pairs().forEach(pair -> object.put(key(pair.key()), json(pair.value())));
        } else if (value instanceof Value.StructLiteral struct) {
            struct.fields().forEach(field -> object.put(field.field(), json(field.value())));
        }
        return object;
    }

    /** Keys are strings in JSON; a double that is whole has no dot in Apache's. */
    private String key(Value key) {
        Object json = json(key);
        boolean whole = json instanceof Double number && number == Math.rint(number);
        return whole ? String.valueOf(((Double) json).longValue()) : Objects.toString(json);
    }

    private int number(Value.Member member) {
        return program.documents().stream()
                .map(Document::enumerations)
                .flatMap(enumerations -> enumerations.stream())
                .filter(enumeration -> enumeration.type().equals(member.enumeration()))
                .flatMap(enumeration -> enumeration.members().stream())
                .filter(one -> one.name().equals(member.member()))
                .mapToInt(Enumeration.Member::number)
                .findFirst().orElseThrow();
    }
}
